import type { Article, Publisher } from './state.ts';

/** Feeds show the newest articles only. */
const ArticlesPerFeed = 50;

/** Writes a publisher's feed in its format and encoding. */
export function writeFeed(
  publisher: Publisher,
  articles: readonly Article[],
): { body: Buffer; contentType: string } {
  const { write, contentType } = formats[publisher.format];
  const declaration = `<?xml version="1.0" encoding="${publisher.encoding}"?>\n`;
  const text = declaration + write(publisher, articles.slice(0, ArticlesPerFeed));
  return { body: encoded(text, publisher.encoding), contentType };
}

const formats = {
  rss: { write: writeRss, contentType: 'application/rss+xml' },
  atom: { write: writeAtom, contentType: 'application/atom+xml' },
  rdf: { write: writeRdf, contentType: 'application/rdf+xml' },
} as const;

function writeRss(publisher: Publisher, articles: readonly Article[]): string {
  const items = articles.map(
    (article) => `    <item>
      <title>${escapeXml(article.title)}</title>
      <link>${escapeXml(article.url)}?utm_source=rss&amp;utm_medium=feed</link>
      <guid isPermaLink="false">${article.id}</guid>
      <pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
      <description><![CDATA[<p>${escapeXml(article.summary)}</p>]]></description>
    </item>`,
  );
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeXml(publisher.name)}</title>
    <link>https://${publisher.host}/</link>
    <description>News from ${escapeXml(publisher.name)}</description>
    <language>${publisher.language}</language>
    <atom:link href="https://${publisher.host}${publisher.feedPath}" rel="self" type="application/rss+xml"/>
${items.join('\n')}
  </channel>
</rss>
`;
}

function writeAtom(publisher: Publisher, articles: readonly Article[]): string {
  const entries = articles.map(
    (article) => `  <entry>
    <id>tag:${publisher.host},2026:${article.id}</id>
    <title type="html">${escapeXml(escapeXml(article.title))}</title>
    <link rel="alternate" type="text/html" href="${escapeXml(article.url)}"/>
    <published>${article.publishedAt}</published>
    <updated>${article.publishedAt}</updated>
    <summary type="text">${escapeXml(article.summary)}</summary>
  </entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${publisher.language}">
  <id>https://${publisher.host}/</id>
  <title>${escapeXml(publisher.name)}</title>
  <link rel="alternate" type="text/html" href="https://${publisher.host}/"/>
  <link rel="self" href="https://${publisher.host}${publisher.feedPath}"/>
  <updated>${articles[0]?.publishedAt ?? '2026-01-01T00:00:00.000Z'}</updated>
${entries.join('\n')}
</feed>
`;
}

function writeRdf(publisher: Publisher, articles: readonly Article[]): string {
  const references = articles.map((article) => `<rdf:li rdf:resource="${escapeXml(article.url)}"/>`);
  const items = articles.map(
    (article) => `  <item rdf:about="${escapeXml(article.url)}">
    <title>${escapeXml(article.title)}</title>
    <link>${escapeXml(article.url)}</link>
    <description>${escapeXml(article.summary)}</description>
    <dc:date>${article.publishedAt}</dc:date>
  </item>`,
  );
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://${publisher.host}${publisher.feedPath}">
    <title>${escapeXml(publisher.name)}</title>
    <link>https://${publisher.host}/</link>
    <description>What others write</description>
    <items><rdf:Seq>${references.join('')}</rdf:Seq></items>
  </channel>
${items.join('\n')}
</rdf:RDF>
`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Node writes no windows-1252: its table is read backwards from the decoder's. */
const Windows1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function encoded(text: string, encoding: Publisher['encoding']): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  return Buffer.from(Array.from(text, (character) => Windows1252.get(character) ?? 0x3f));
}
