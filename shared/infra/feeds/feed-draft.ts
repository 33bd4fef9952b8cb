import type { FeedDocument, FeedItem } from '../../core/coverage/feed-document.ts';
import { parseFeedDate } from './parse-date.ts';

/** One element below a feed or an entry, as it was read. */
export interface FeedField {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its text, or its inner markup where it has some. */
  value: string;
  /** What relative addresses in it are relative to. */
  base: string | null;
}

/** The fields of a feed or entry, in document order. */
export interface FeedDraft {
  fields: FeedField[];
  /** Attributes of the element itself: old formats put the address there. */
  attributes: Readonly<Record<string, string>>;
  base: string | null;
}

const Titles = ['title', 'dc:title', 'media:title', 'itunes:title'];
const Dates = [
  'pubdate',
  'published',
  'issued',
  'dc:date',
  'dc:issued',
  'dc:created',
  'created',
  'updated',
  'modified',
  'dc:modified',
  'lastmod',
];
const Contents = [
  'description',
  'abstract',
  'summary',
  'content',
  'content:encoded',
  'xhtml:body',
  'body',
  'fullitem',
  'itunes:summary',
  'media:description',
];

/** Brings what was read into the one form of all formats. */
export function feedDocument(feed: FeedDraft, items: readonly FeedDraft[]): FeedDocument {
  return { title: first(feed, Titles), link: linkOf(feed), items: items.map(feedItem) };
}

function feedItem(item: FeedDraft): FeedItem {
  const dates = Dates.flatMap((name) => values(item, name)).map(parseFeedDate);
  return {
    title: first(item, Titles),
    link: linkOf(item),
    id: first(item, ['guid', 'id', 'dc:identifier']) || (item.attributes['rdf:about'] ?? ''),
    publishedAt: dates.find((date) => date !== null) ?? null,
    content: [...new Set(Contents.flatMap((name) => values(item, name)))].filter(Boolean).join('\n'),
    imageUrl: imageOf(item),
    publisher: publisherOf(item),
  };
}

function values(draft: FeedDraft, name: string): string[] {
  return draft.fields.filter((field) => field.name === name).map((field) => field.value);
}

function first(draft: FeedDraft, names: readonly string[]): string {
  for (const name of names) {
    const found = values(draft, name).find((value) => value !== '');
    if (found) return found;
  }
  return '';
}

/** The publisher's own address first, then the page that an entry stands for, then an id that is an address. */
function linkOf(draft: FeedDraft): string {
  const links = draft.fields.filter(({ name }) => name === 'link');
  const alternate = links.filter(({ attributes }) => /^(alternate)?$/i.test(attributes['rel']?.trim() ?? ''));
  const page = alternate.find(({ attributes }) => /html/i.test(attributes['type'] ?? '')) ?? alternate[0];
  const candidates = [
    ...draft.fields.filter(({ name }) => name === 'feedburner:origlink').map(addressOf),
    ...(page ? [addressOf(page)] : []),
    ...alternate.map(addressOf),
    ...draft.fields.filter(isPermanentLink).map(addressOf),
    resolved(draft.attributes['href'] ?? '', draft.base),
    ...links.filter(({ attributes }) => attributes['rel'] === 'self').map(addressOf),
  ];
  return candidates.find((address) => address !== '') ?? '';
}

function addressOf(link: FeedField): string {
  return resolved(
    link.attributes['href'] || link.value || (link.attributes['rdf:resource'] ?? ''),
    link.base,
  );
}

function isPermanentLink({ name, attributes, value }: FeedField): boolean {
  const isDeclared =
    (attributes['isPermaLink'] ?? attributes['ispermalink'] ?? 'true').toLowerCase() !== 'false';
  return (name === 'guid' || name === 'id') && isDeclared && /^https?:\/\//i.test(value);
}

/** Addresses of other schemes lead nowhere that Earshot goes. */
function resolved(address: string, base: string | null): string {
  const trimmed = address.trim();
  if (trimmed === '' || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(trimmed)) return '';
  if (/^https?:\/\//i.test(trimmed) || base === null) return trimmed;
  return URL.parse(trimmed, base)?.href ?? trimmed;
}

function imageOf(item: FeedDraft): string | null {
  const pictures = item.fields.filter(({ name, attributes }) => {
    const { type = '', medium = '' } = attributes;
    if (name === 'media:thumbnail' || name === 'itunes:image') return true;
    return (
      (name === 'enclosure' || name === 'media:content') && (/^image\//i.test(type) || medium === 'image')
    );
  });
  const addresses = pictures.map(({ attributes, base }) =>
    resolved(attributes['url'] ?? attributes['href'] ?? '', base),
  );
  return addresses.find((address) => /^https?:/i.test(address)) ?? null;
}

function publisherOf(item: FeedDraft): FeedItem['publisher'] {
  const source = item.fields.find(
    ({ name, attributes }) => name === 'source' && attributes['url'] !== undefined,
  );
  return source ? { name: source.value, url: resolved(source.attributes['url'] ?? '', source.base) } : null;
}
