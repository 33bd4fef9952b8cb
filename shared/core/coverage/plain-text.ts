const Markup = /<(?:!--[\s\S]*?(?:-->|$)|!\[CDATA\[|\/?[a-z][^<>]*>?)/gi;
const HiddenElements = /<(script|style|noscript|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Not the single spaces between words, which are most of them and stay as they are. */
const NotOneSpace = /\s{2,}|[^\S ]/gu;
const NamedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

/** The words of a text that may hold markup, for matching and for people; never trusted as HTML afterwards. */
export function plainText(markup: string): string {
  const text = /[<&]/.test(markup) ? withoutMarkup(markup) : markup;
  return text.replace(NotOneSpace, ' ').trim();
}

function withoutMarkup(markup: string): string {
  return markup
    .replace(HiddenElements, ' ')
    .replace(Markup, ' ')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (entity, name: string) => characterOf(name) ?? entity);
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NamedCharacters[name.toLowerCase()];
  const isHexadecimal = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  return Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? undefined
    : String.fromCodePoint(code);
}

/** Cuts a text at a word's end near a length, with an ellipsis. */
export function excerptOf(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const cut = text.slice(0, mostCharacters - 1);
  const lastSpace = cut.lastIndexOf(' ');
  const kept = lastSpace > mostCharacters / 2 ? cut.slice(0, lastSpace) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
