import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../shared/infra/feeds/read-feed.ts';

const read = (text: string, contentType: string | null = null, url: string | null = null) =>
  readFeed({ bytes: Buffer.from(text), contentType, url });
const rss = (inner: string) => `<rss version="2.0"><channel><title>A paper</title>${inner}</channel></rss>`;
const item = (inner: string) => rss(`<item>${inner}</item>`);
const basics = '<title>Bean Bar</title><link>https://a.example/1</link>';

describe('readFeed', () => {
  it('PM-06 reads RSS 2.0 into the one form', async () => {
    const feed = rss(`<link>https://a.example/</link>
      <item>
        <title>Bean Bar &amp; friends</title>
        <link>https://a.example/bean-bar</link>
        <guid isPermaLink="false">a-1</guid>
        <pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate>
        <description><![CDATA[<p>A second shop.</p>]]></description>
        <enclosure url="https://a.example/cup.jpg" type="image/jpeg" length="1"/>
        <source url="https://b.example/">B paper</source>
      </item>`);
    expect(await read(feed)).toEqual({
      title: 'A paper',
      link: 'https://a.example/',
      items: [
        {
          title: 'Bean Bar & friends',
          link: 'https://a.example/bean-bar',
          id: 'a-1',
          publishedAt: '2026-11-20T08:30:00.000Z',
          content: '<p>A second shop.</p>',
          imageUrl: 'https://a.example/cup.jpg',
          publisher: { name: 'B paper', url: 'https://b.example/' },
        },
      ],
    });
  });

  it('PM-06 reads Atom, whose links are attributes and whose titles have types', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A paper</title>
      <link rel="self" href="https://a.example/atom"/><link href="https://a.example/"/>
      <entry><id>tag:a,1</id><title type="html">Bean &lt;b&gt;Bar&lt;/b&gt;</title>
        <link rel="enclosure" href="https://a.example/cup.mp3"/><link rel="alternate" href="https://a.example/1"/>
        <updated>2026-11-20T10:00:00Z</updated><published>2026-11-20T09:00:00Z</published>
        <summary>A second shop.</summary></entry></feed>`;
    expect(await read(feed)).toMatchObject({
      title: 'A paper',
      link: 'https://a.example/',
      items: [
        {
          title: 'Bean <b>Bar</b>',
          link: 'https://a.example/1',
          id: 'tag:a,1',
          publishedAt: '2026-11-20T09:00:00.000Z',
          content: 'A second shop.',
        },
      ],
    });
  });

  it.each([
    [
      'RDF with a prefix for everything',
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rss="http://purl.org/rss/1.0/">
       <rss:channel><rss:title>A paper</rss:title></rss:channel>
       <rss:item><rss:title>Bean Bar</rss:title><rss:link>https://a.example/1</rss:link></rss:item></r:RDF>`,
    ],
    ['letters in upper case', item(basics).replace(/<\/?\w+/g, (tag) => tag.toUpperCase())],
    ['no version', item(basics).replace(' version="2.0"', '')],
    ['bytes before the document', `\ufeff \n junk ${item(basics)}`],
    ['an unknown entity', item(`${basics}<description>caf&eacute; &bogus; AT&T</description>`)],
    ['an element that is never closed', rss(`<item>${basics}<description>one<br>two</item>`)],
    ['a document type', `<!DOCTYPE rss SYSTEM "https://a.example/rss.dtd">${item(basics)}`],
    ['a control character', item(basics).replace('Bean', '\u0008Bean')],
    ['an end in the middle', `<rss version="2.0"><channel><title>A paper</title><item>${basics}<descr`],
    [
      'Atom 0.3 with its title in base 64',
      `<feed version="0.3"><title>A paper</title><entry><title mode="base64">QmVhbiBCYXI=</title><link rel="alternate" href="https://a.example/1"/></entry></feed>`,
    ],
    ['a permanent link instead of a link', item('<title>Bean Bar</title><guid>https://a.example/1</guid>')],
  ])('PM-06 reads a feed with %s', async (_what, feed) => {
    const document = await read(feed);
    expect(document.title).toBe('A paper');
    expect(document.items.map(({ title, link }) => ({ title, link }))).toEqual([
      { title: 'Bean Bar', link: 'https://a.example/1' },
    ]);
  });

  it('PM-06 puts in the entities of HTML and of the document itself, once and as text', async () => {
    const type = '<!DOCTYPE rss [<!ENTITY shop "Bean <Bar>">]>';
    const feed =
      type + item('<title>&shop; caf&eacute; &#146; AT&T &other;</title><link>https://a.example/1</link>');
    expect((await read(feed)).items[0]?.title).toBe('Bean <Bar> café ’ AT&T &other;');
  });

  it('PM-06 resolves relative links against the address of the feed', async () => {
    const document = await read(
      item('<title>Bean Bar</title><link>/1</link>'),
      null,
      'https://a.example/feeds/rss',
    );
    expect(document.items[0]?.link).toBe('https://a.example/1');
  });

  it.each([
    [
      'iso-8859-1 in the declaration',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>', 'latin1'),
      null,
      'latin1',
    ],
    ['windows-1252 by HTTP', Buffer.alloc(0), 'text/xml; charset=windows-1252', 'latin1'],
    ['nothing said, but UTF-8', Buffer.alloc(0), null, 'utf8'],
    ['nothing said, and not UTF-8', Buffer.alloc(0), null, 'latin1'],
    ['Latin-1 said, but UTF-8', Buffer.alloc(0), 'text/xml; charset=iso-8859-1', 'utf8'],
    ['UTF-16 with its mark', Buffer.from('\ufeff', 'utf16le'), null, 'utf16le'],
    ['UTF-16 without its mark', Buffer.alloc(0), null, 'utf16le'],
  ] as const)('PM-06 decodes %s', async (_what, start, contentType, encoding) => {
    const body = Buffer.from(
      item('<title>Röstkaffee für Málaga</title><link>https://a.example/1</link>'),
      encoding,
    );
    const document = await readFeed({ bytes: Buffer.concat([start, body]), contentType, url: null });
    expect(document.items[0]?.title).toBe('Röstkaffee für Málaga');
  });

  it.each([
    ['Fri, 20 Nov 2026 08:00:00 GMT', '2026-11-20T08:00:00.000Z'],
    ['Fr, 20 Nov 2026 09:00:00 MEZ', '2026-11-20T08:00:00.000Z'],
    ['20 Nov 2026 03:00 EST', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T09:00:00+01:00', '2026-11-20T08:00:00.000Z'],
    ['yesterday', null],
    ['', null],
  ])('PM-11 reads the date %j as %s', async (date, publishedAt) => {
    const document = await read(item(`${basics}<pubDate>${date}</pubDate>`));
    expect(document.items[0]?.publishedAt).toBe(publishedAt);
  });

  it.each([
    ['a web page', '<!doctype html><html><head><title>News</title></head></html>', 'not_a_feed'],
    ['nothing', '  ', 'feed_empty'],
    ['elements nested without end', rss('<a>'.repeat(100_000)), 'feed_too_deep'],
    [
      'more entries than anybody publishes',
      rss('<item/>'.repeat(100_000).replaceAll('<item/>', '<item></item>')),
      'feed_too_many_items',
    ],
    ['a title without end', rss(`<title>${'a'.repeat(1_000_000)}</title>`), 'feed_text_too_long'],
    ['too many bytes', ' '.repeat(9_000_000), 'feed_too_large'],
    ['comments that never end', '<!--'.repeat(400_000), 'feed_text_too_long'],
  ])('PM-06 refuses %s by name, and fast', async (_what, text, code) => {
    const startedAt = performance.now();
    await expect(read(text)).rejects.toMatchObject({ kind: 'invalid', code });
    expect(performance.now() - startedAt).toBeLessThan(500);
  });

  it.each([
    '>Oops<rss></rss>=',
    '<!-- A note --><channel><item<></item>',
    '<!-- A note --><rss version=< />n',
  ])('PM-06 is not held up by another document after %s', async (broken) => {
    const outcomes = [];
    for (const document of [broken, 'Service unavailable', item(basics)]) {
      outcomes.push(
        await read(document).then(
          ({ items }) => items.length,
          (error) => error.code,
        ),
      );
    }
    expect(outcomes.slice(1)).toEqual(['not_a_feed', 1]);
  });

  it('PM-06 is not held up by texts that make searches go back and forth', async () => {
    const startedAt = performance.now();
    for (const evil of ['&lt;', '<p>\n', '&lt;!--', '&amp;#', '<![CDATA[<]]>']) {
      await read(item(`${basics}<description>${evil.repeat(20_000)}</description>`)).catch(() => undefined);
    }
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
