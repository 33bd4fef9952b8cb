/** The vocabularies of feeds by their addresses; '' is the feed formats' own. */
const PrefixOfNamespace: readonly [RegExp, string][] = [
  [/purl\.org\/dc\/(elements|terms)/i, 'dc'],
  [/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/search\.yahoo\.com\/mrss|\/mrss\/?$|\/mediarss/i, 'media'],
  [/itunes/i, 'itunes'],
  [/rssnamespace\.org\/feedburner/i, 'feedburner'],
  [/www\.w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, 'rdf'],
  [/www\.w3\.org\/2005\/atom|purl\.org\/atom/i, ''],
  [
    /purl\.org\/(rss\/1\.0\/?$|net\/rss)|backend\.userland\.com|blogs\.law\.harvard\.edu|my\.netscape\.com|channel\.netscape\.com/i,
    '',
  ],
];

/** Prefixes that feeds use without declaring them. */
const UsualPrefixes: Record<string, string> = {
  dc: 'dc',
  dcterms: 'dc',
  content: 'content',
  media: 'media',
  itunes: 'itunes',
  feedburner: 'feedburner',
  xhtml: 'xhtml',
  rdf: 'rdf',
  rss: '',
  atom: '',
};

/** Prefix as written in the document → the prefix that Earshot uses. */
export type Namespaces = ReadonlyMap<string, string>;

export const UndeclaredNamespaces: Namespaces = new Map(Object.entries(UsualPrefixes));

/** The namespaces inside an element, given its attributes. */
export function withDeclared(outer: Namespaces, attributes: Readonly<Record<string, string>>): Namespaces {
  const declared = Object.entries(attributes).filter(
    ([name]) => name === 'xmlns' || name.startsWith('xmlns:'),
  );
  if (declared.length === 0) return outer;
  return new Map([
    ...outer,
    ...declared.map(([name, address]): [string, string] => [
      name.slice('xmlns:'.length).toLowerCase(),
      prefixOf(address, name),
    ]),
  ]);
}

/** A default namespace that nobody knows is a feed's own mistake; a prefix that nobody knows is an extension. */
function prefixOf(address: string, declaration: string): string {
  const known = PrefixOfNamespace.find(([pattern]) => pattern.test(address));
  if (known) return known[1];
  return declaration === 'xmlns' ? '' : 'other';
}

/** An element's name as Earshot writes it: lower case, with its own prefix: `RSS:Title` → `title`. */
export function canonicalName(name: string, namespaces: Namespaces): string {
  const [local = '', prefix = ''] = name.toLowerCase().split(':').toReversed();
  const own = prefix === '' ? (namespaces.get('') ?? '') : (namespaces.get(prefix) ?? 'other');
  return own === '' ? local : `${own}:${local}`;
}
