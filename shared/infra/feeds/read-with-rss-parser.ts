import RssParser, { type ParserOptions } from 'rss-parser';
import * as z from 'zod';
import type { FeedDocument } from '../../core/coverage/feed-document.ts';
import { type FeedDraft, type FeedField, feedDocument } from './feed-draft.ts';

/** rss-parser's answers where they are unambiguous; elements that it did not understand are no texts. */
const Text = z.string();
const WithAttributes = z.strictObject({
  _: z.string().optional(),
  $: z.record(z.string(), z.string()).optional(),
});
const Element = z.union([Text, WithAttributes]);

const ParsedItem = z.object({
  title: Text,
  links: z.array(Element).optional(),
  id: Text.optional(),
  guids: z.array(Element).optional(),
  pubDate: Text.optional(),
  date: Text.optional(),
  isoDate: Text.optional(),
  description: Element.optional(),
  content: Element.optional(),
  encoded: Element.optional(),
  summary: Text.optional(),
  sources: z.array(Element).optional(),
  enclosures: z.array(Element).optional(),
  mediaContents: z.array(Element).optional(),
  mediaThumbnails: z.array(Element).optional(),
});
type ParsedItem = z.infer<typeof ParsedItem>;

const ParsedFeed = z.object({
  title: Text,
  links: z.array(Element).optional(),
  items: z.array(ParsedItem).min(1),
});

/** Otherwise rss-parser drops an element's attributes. */
const keepArray = { keepArray: true };

/**
 * rss-parser makes a snippet of every content with expressions whose time grows with the square of its length
 * (400 KB of `<` took 155 s); under another name it leaves the content alone.
 */
const WithoutSnippet = new Map([
  ['description', 'own:description'],
  ['content', 'own:content'],
  ['content:encoded', 'own:encoded'],
]);

const Options = {
  xml2js: { tagNameProcessors: [(name: string) => WithoutSnippet.get(name) ?? name] },
  customFields: {
    // rss-parser's own types know no array option for feed fields, though its code does.
    feed: [['link', 'links', keepArray]] as unknown as string[],
    item: [
      ['link', 'links', keepArray],
      ['guid', 'guids', keepArray],
      ['source', 'sources', keepArray],
      ['own:description', 'description'],
      ['own:content', 'content'],
      ['own:encoded', 'encoded'],
      ['enclosure', 'enclosures', keepArray],
      ['media:content', 'mediaContents', keepArray],
      ['media:thumbnail', 'mediaThumbnails', keepArray],
    ],
  },
} satisfies ParserOptions<Record<string, unknown>, Record<string, unknown>>;

/**
 * What rss-parser gets wrong without saying so: markup inside titles, encoded contents, relative addresses, and the
 * vocabularies of feeds whose elements carry a prefix.
 */
const BeyondRssParser =
  /\smode\s*=|xml:base|octet-stream|type\s*=\s*["']xhtml|<feedburner:|<media:group|<\w+:(?:rss|channel|feed|item|entry)\b/i;

/** Reads ordinary feeds with rss-parser; undefined where it refuses, or where its answer would not be sure. */
export async function readWithRssParser(
  xml: string,
  documentUrl: string | null,
): Promise<FeedDocument | undefined> {
  if (BeyondRssParser.test(xml)) return undefined;
  // One for each document: after one with two mistakes it waits forever for the end of the next that has any.
  const parser = new RssParser(Options);
  const answer = await parser.parseString(xml).catch(() => undefined);
  const parsed = ParsedFeed.safeParse(answer);
  if (!parsed.success) return undefined;
  const { title, links = [], items } = parsed.data;
  const feed = draft(documentUrl, [...fields('title', [title]), ...fields('link', links)]);
  const document = feedDocument(
    feed,
    items.map((item) => itemDraft(item, documentUrl)),
  );
  const isSure =
    document.title !== '' && document.items.every((item) => item.title !== '' && item.link !== '');
  return isSure ? document : undefined;
}

function itemDraft(item: ParsedItem, documentUrl: string | null): FeedDraft {
  return draft(documentUrl, [
    ...fields('title', [item.title]),
    ...fields('link', item.links),
    ...fields('guid', item.guids ?? [item.id]),
    ...fields('published', [item.pubDate ?? item.date ?? item.isoDate]),
    ...fields('description', [item.description]),
    ...fields('content', [item.content]),
    ...fields('summary', [item.summary]),
    ...fields('content:encoded', [item.encoded]),
    ...fields('source', item.sources),
    ...fields('enclosure', item.enclosures),
    ...fields('media:content', item.mediaContents),
    ...fields('media:thumbnail', item.mediaThumbnails),
  ]);
}

function draft(base: string | null, list: Omit<FeedField, 'base'>[]): FeedDraft {
  return { fields: list.map((field) => ({ ...field, base })), attributes: {}, base };
}

function fields(
  name: string,
  elements: readonly (z.infer<typeof Element> | undefined)[] = [],
): Omit<FeedField, 'base'>[] {
  return elements.flatMap((element) => {
    if (element === undefined) return [];
    if (typeof element === 'string') return [{ name, attributes: {}, value: element.trim() }];
    return [{ name, attributes: element.$ ?? {}, value: element._?.trim() ?? '' }];
  });
}
