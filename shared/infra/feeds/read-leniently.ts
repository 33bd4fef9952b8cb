import { Parser } from 'htmlparser2';
import type { FeedDocument } from '../../core/coverage/feed-document.ts';
import { type FeedDraft, feedDocument } from './feed-draft.ts';
import { feedProblem } from './feed-limits.ts';
import { canonicalName, type Namespaces, UndeclaredNamespaces, withDeclared } from './namespaces.ts';

type Attributes = Readonly<Record<string, string>>;

interface Frame {
  name: string;
  namespaces: Namespaces;
  base: string | null;
  /** The feed or entry that this element is. */
  draft: FeedDraft | null;
}

/** A field whose end has not been reached. */
interface OpenField {
  depth: number;
  name: string;
  attributes: Attributes;
  base: string | null;
  text: string;
  markup: string;
  hasMarkup: boolean;
}

const FeedElements = new Set(['channel', 'feed']);
const ItemElements = new Set(['item', 'entry']);

/**
 * Reads any XML feed format, well-formed or not, in one pass without building a tree: RSS 0.9 to 2.0, RDF, Atom 0.3 and
 * 1.0, CDF, with whatever prefixes, letter case and nesting of markup their writers chose.
 * @throws AppError `not_a_feed`
 */
export function readLeniently(xml: string, documentUrl: string | null): FeedDocument {
  const reader = new LenientReader(documentUrl);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return reader.result();
}

class LenientReader {
  readonly #stack: Frame[];
  readonly #items: FeedDraft[] = [];
  #feed: FeedDraft | null = null;
  #isFeedFormat = false;
  #field: OpenField | null = null;

  constructor(documentUrl: string | null) {
    this.#stack = [{ name: '', namespaces: UndeclaredNamespaces, base: documentUrl, draft: null }];
  }

  open(rawName: string, attributes: Attributes): void {
    const parent = this.#stack.at(-1);
    const namespaces = withDeclared(parent?.namespaces ?? UndeclaredNamespaces, attributes);
    const base = baseOf(attributes, parent?.base ?? null);
    const name = canonicalName(rawName, namespaces);
    const frame: Frame = { name, namespaces, base, draft: null };
    this.#stack.push(frame);
    if (name === 'rss' || name === 'rdf:rdf') this.#isFeedFormat = true;
    if (this.#field) {
      this.#field.hasMarkup = true;
      this.#field.markup += openingTag(rawName, attributes);
    } else if (ItemElements.has(name)) {
      frame.draft = { fields: [], attributes, base };
      this.#items.push(frame.draft);
    } else if (FeedElements.has(name) && this.#feed === null) {
      frame.draft = { fields: [], attributes, base };
      this.#feed = frame.draft;
    } else if (name === 'media:group') {
      frame.draft = parent?.draft ?? null;
    } else if (parent?.draft) {
      this.#field = {
        depth: this.#stack.length,
        name,
        attributes,
        base,
        text: '',
        markup: '',
        hasMarkup: false,
      };
    }
  }

  text(text: string): void {
    if (!this.#field) return;
    this.#field.text += text;
    this.#field.markup += escaped(text);
  }

  close(): void {
    const frame = this.#stack.pop();
    const field = this.#field;
    if (!frame || !field) return;
    if (this.#stack.length + 1 > field.depth) {
      field.markup += closingTag(frame.name);
      return;
    }
    this.#field = null;
    const { name, attributes, base } = field;
    this.#stack.at(-1)?.draft?.fields.push({ name, attributes, base, value: shownValue(field) });
  }

  result(): FeedDocument {
    if (!this.#feed && this.#items.length === 0 && !this.#isFeedFormat) {
      throw feedProblem('not_a_feed', 'This is not a feed: it holds neither RSS nor Atom.');
    }
    return feedDocument(this.#feed ?? { fields: [], attributes: {}, base: null }, this.#items);
  }
}

/** The value that a reader of the feed is meant to see: Atom has four ways to wrap it. */
function shownValue({ attributes, text, markup, hasMarkup }: OpenField): string {
  const type = attributes['type']?.toLowerCase() ?? '';
  if (attributes['mode'] === 'base64' || type === 'application/octet-stream') {
    return Buffer.from(text, 'base64').toString('utf8').trim();
  }
  if (!hasMarkup) return text.trim();
  const inner = markup.trim();
  return type === 'xhtml' ? inner.replace(/^<div>([\s\S]*)<\/div>$/, '$1').trim() : inner;
}

function baseOf(attributes: Attributes, outer: string | null): string | null {
  const own = attributes['xml:base'];
  if (own === undefined) return outer;
  return URL.parse(own, outer ?? undefined)?.href ?? outer;
}

function openingTag(rawName: string, attributes: Attributes): string {
  const kept = Object.entries(attributes).filter(([name]) => !name.startsWith('xmlns'));
  const written = kept.map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`);
  return `<${localName(rawName)}${written.join('')}>`;
}

/** Elements without content are written as HTML writes them. */
function closingTag(name: string): string {
  return /^(?:xhtml:)?(?:br|hr|img|input|wbr)$/.test(name) ? '' : `</${localName(name)}>`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
