import fc from 'fast-check';
import { describe, it } from 'vitest';
import { articleMatcher } from '../../../shared/core/coverage/match-articles.ts';
import { isAppError } from '../../../shared/core/kernel/errors.ts';
import { readFeed } from '../../../shared/infra/feeds/read-feed.ts';
import { aFeedWatch } from '../../support/feed-watches.ts';

const Documents = [
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>Daily Herald</title><link>https://daily-herald.example/</link>
    <item><title>Bean Bar &amp; friends</title><link>https://daily-herald.example/bean-bar?utm_source=rss</link>
    <pubDate>Fri, 20 Nov 2026 09:30:00 CET</pubDate><dc:creator>Ada</dc:creator>
    <description><![CDATA[<p>The <b>Bean Bar</b> opens.</p>]]></description></item></channel></rss>`,
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://daily-herald.example/"><title type="html">Herald</title>
    <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Bean Bar</div></title><id>urn:1</id>
    <link rel="alternate" href="bean-bar"/><updated>2026-11-20T09:30:00Z</updated><summary>&lt;i&gt;Open&lt;/i&gt;</summary>
    </entry></feed>`,
  `<!DOCTYPE rdf [<!ENTITY paper "Herald">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel><title>Daily &paper;</title></channel>
    <item><title>Bean Bar</title><link>https://daily-herald.example/bean-bar</link></item></rdf:RDF>`,
];
/** What publishers and attackers write in the wrong place. */
const Pieces = [
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE',
    '<',
    '>',
    '"',
    '=',
    '&',
    '&amp;#xD800;',
    '&#0;',
    '\u0000',
  ],
  ...['<a:b:c>', '<constructor>', '<__proto__/>', '&toString;', '?__proto__=1', 'xmlns:=""', 'http://[::1'],
  ...[
    '%E0%A4%A',
    '\ud800',
    '2026-13-45T99:99',
    '</item>',
    '<item>',
    '<rss>',
    ' '.repeat(300),
    '<'.repeat(100),
  ],
];
const place = fc.nat({ max: 2_000 });
const edit = fc.oneof(
  fc.record({ at: place, drop: fc.nat({ max: 60 }), put: fc.constant('') }),
  fc.record({ at: place, drop: fc.constant(0), put: fc.constantFrom(...Pieces) }),
);

function edited(document: string, edits: { at: number; drop: number; put: string }[]): string {
  return edits.reduce((text, { at, drop, put }) => {
    const start = at % (text.length + 1);
    return `${text.slice(0, start)}${put}${text.slice(start + drop)}`;
  }, document);
}

describe('mutated feeds', () => {
  const match = articleMatcher([
    aFeedWatch({ feedId: 'feed_1', campaignKeywords: ['Bean Bar', '__proto__'] }),
  ]);

  it('PM-06 PM-08 are read or refused by name, one after another, and can be searched', async () => {
    const mutation = fc.tuple(fc.constantFrom(...Documents), fc.array(edit, { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(mutation, async ([document, edits]) => {
        const bytes = Buffer.from(edited(document, edits));
        const url = 'https://daily-herald.example/feed';
        const read = await readFeed({ bytes, contentType: null, url }).catch((error: unknown) => error);
        if (read instanceof Error) return isAppError(read) && read.kind === 'invalid';
        match('feed_1', read as Awaited<ReturnType<typeof readFeed>>, '2026-11-20T10:00:00.000Z');
        return true;
      }),
      { numRuns: 3_000 },
    );
  });
});
