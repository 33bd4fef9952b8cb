import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import type { FeedDocument, FeedItem } from './feed-document.ts';
import { GoogleNewsHost, storyKey, titleWithoutPublisher } from './google-news.ts';
import { normaliseUrl, publisherDomain } from './normalise-url.ts';
import { excerptOf, plainText } from './plain-text.ts';
import { isSameSite } from './same-site.ts';

const LongestTitle = 300;
const LongestExcerpt = 500;
/** What is searched for keywords: a feed that carries whole books must not hold up a crawl. */
const LongestSearchedText = 50_000;

/** An article as one feed reports it, ready to be matched and recognised. */
export interface Article {
  url: string;
  /** Null where the link does not tell the publisher's address, as with Google News. */
  normalizedUrl: string | null;
  /** Google's own identifier of the article, where the link is Google's. */
  aggregatorId: string | null;
  /** Publisher's domain and title: recognises the article where an address cannot (PM-08). */
  story: string | null;
  title: string;
  text: string;
  excerpt: string;
  imageUrl: string | null;
  /** Who published it: the feed itself, whom the feed names, or the domain of a link that leads elsewhere. */
  outlet: string;
  /** Null where nothing tells the publisher's address. */
  publisherDomain: string | null;
  /** The feed reports what its own publisher published. */
  isOwn: boolean;
  publishedAt: Instant | null;
}

/** What people read of a feed's entry, and what is searched for keywords. */
export interface ReadEntry {
  /** Without the publisher's name that Google puts behind it. */
  title: string;
  text: string;
}

export function readEntry(item: FeedItem): ReadEntry {
  const title = plainText(item.title);
  const publisherName = item.publisher?.name.trim() ?? '';
  return {
    title: isAggregated(item) ? titleWithoutPublisher(title, publisherName) : title,
    text: plainText(item.content.slice(0, LongestSearchedText)),
  };
}

function isAggregated({ link }: FeedItem): boolean {
  // Parsing the address of every entry took as long as finding keywords in it.
  return /google/i.test(link) && publisherDomain(link) === GoogleNewsHost;
}

/** Reads a feed's entry as an article; undefined when it has no title or no usable link. */
export function articleOf(
  item: FeedItem,
  document: FeedDocument,
  feedUrl: string,
  now: Instant,
  { title, text }: ReadEntry = readEntry(item),
): Article | undefined {
  const url = item.link.trim();
  const normalizedUrl = normaliseUrl(url);
  if (title === '' || normalizedUrl === null) return undefined;
  const isFromAggregator = isAggregated(item);
  const publisherName = item.publisher?.name.trim() ?? '';
  const publisherUrl = isFromAggregator ? (item.publisher?.url ?? '') : url;
  return {
    url,
    normalizedUrl: isFromAggregator ? null : normalizedUrl,
    aggregatorId: isFromAggregator ? item.id || normalizedUrl : null,
    story: storyKey(publisherUrl, title),
    publisherDomain: publisherDomain(publisherUrl),
    title: excerptOf(title, LongestTitle),
    text,
    excerpt: excerptOf(text, LongestExcerpt),
    imageUrl: item.imageUrl,
    ...outletOf(url, publisherName, document, feedUrl),
    publishedAt: plausible(item.publishedAt, now),
  };
}

function outletOf(url: string, publisherName: string, document: FeedDocument, feedUrl: string) {
  const isOwn = publisherName === '' && (isSameSite(url, feedUrl) || isSameSite(url, document.link));
  const ownName = isOwn ? plainText(document.title) : '';
  return { isOwn, outlet: publisherName || ownName || (publisherDomain(url) ?? '') };
}

/** A feed that dates its articles into the future is wrong about when, not about what. */
function plausible(publishedAt: Instant | null, now: Instant): Instant | null {
  return publishedAt !== null && publishedAt <= addMilliseconds(now, MillisecondsPerDay) ? publishedAt : null;
}
