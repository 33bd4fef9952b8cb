import { decodeHTMLStrict } from 'entities';
import { feedProblem } from './feed-limits.ts';

/** Entities that XML itself knows; every other name is HTML's, or the document's own. */
const XmlEntities = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const ProtectedSections = /(<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$))/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const ForbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MostOwnEntities = 100;
const LongestOwnEntity = 1_000;
/** What all uses of a document's own entities may add to it. */
const MostEntityCharacters = 500_000;
/** An entity of a file or address, or one that is made of others. */
const HarmfulEntity = /<!ENTITY\s+[\w.:-]+\s+(?:SYSTEM|PUBLIC|"[^"]*&[A-Za-z]|'[^']*&[A-Za-z])/;

/**
 * Mends what feeds get wrong most: bytes before the document, forbidden characters, entities that XML does not know,
 * stray ampersands, `<rss>` without a version. The document type goes: entities declared there are put in once,
 * as plain text. Those that could grow or read files are refused.
 * @throws AppError invalid `feed_entities`
 */
export function repairXml(text: string): string {
  const start = text.indexOf('<');
  const { body, entities } = withoutDocumentType(
    text.slice(Math.max(0, start)).replace(ForbiddenCharacters, ''),
  );
  const ownText = limitedTexts(entities);
  return body
    .split(ProtectedSections)
    .map((part, index) => (index % 2 === 1 ? part : repairReferences(part, ownText)))
    .join('')
    .replace(/^(<\?xml\b[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/i, '$1')
    .replace(/<rss(?![^>]*\sversion\s*=)([\s>])/i, '<rss version="2.0"$1');
}

/** The texts of a document's own entities, as long as they do not swell it. */
function limitedTexts(entities: ReadonlyMap<string, string>): (name: string) => string | undefined {
  let added = 0;
  return (name) => {
    const text = entities.get(name);
    added += text?.length ?? 0;
    if (added > MostEntityCharacters) throw harmfulEntities();
    return text;
  };
}

function harmfulEntities() {
  return feedProblem('feed_entities', 'The feed declares entities that swell it or read files.');
}

function repairReferences(text: string, own: (name: string) => string | undefined): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6});|#([0-9]{1,7});|([A-Za-z][A-Za-z0-9]{0,31});)?/gi,
    (whole, hex, decimal, name) => {
      if (hex !== undefined) return characterReference(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterReference(Number.parseInt(decimal, 10));
      if (name === undefined) return '&amp;';
      if (XmlEntities.has(name)) return whole;
      const known = own(name) ?? decodeHTMLStrict(whole);
      return known === whole ? `&amp;${whole.slice(1)}` : escaped(known);
    },
  );
}

/** Windows-1252 codes 128 to 159 are meant where a feed names them, as browsers read them. */
function characterReference(code: number): string {
  const character = decodeHTMLStrict(`&#${code};`);
  return character.replace(ForbiddenCharacters, '') === '' ? '' : escaped(character);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Only before the first element: a document type in a text or comment is a text. */
function withoutDocumentType(xml: string): { body: string; entities: Map<string, string> } {
  const preamble = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(xml)?.[0] ?? '';
  const rest = xml.slice(preamble.length);
  const found = /^<!DOCTYPE\b[^[>]*(?:\[([\s\S]*?)\]\s*)?>/i.exec(rest);
  if (!found) return { body: xml, entities: new Map() };
  if (HarmfulEntity.test(found[1] ?? '')) throw harmfulEntities();
  const declarations = (found[1] ?? '').matchAll(/<!ENTITY\s+(\w+)\s+(?:"([^"%&]*)"|'([^'%&]*)')\s*>/g);
  const entities = [...declarations].slice(0, MostOwnEntities).map((declaration): [string, string] => {
    const value = declaration[2] ?? declaration[3] ?? '';
    return [declaration[1] ?? '', value.slice(0, LongestOwnEntity)];
  });
  return {
    body: preamble + rest.slice(found[0].length),
    entities: new Map(entities),
  };
}
