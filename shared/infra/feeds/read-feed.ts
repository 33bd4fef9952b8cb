import type { FeedDocument } from '../../core/coverage/feed-document.ts';
import { decodeText } from './decode-text.ts';
import { assertFeedLimits, assertFeedSize, feedProblem } from './feed-limits.ts';
import { readLeniently } from './read-leniently.ts';
import { readWithRssParser } from './read-with-rss-parser.ts';
import { repairXml } from './repair-xml.ts';

export interface FeedBytes {
  bytes: Uint8Array;
  contentType: string | null;
  /** Where it was read; relative addresses are relative to it. */
  url: string | null;
}

/**
 * Reads a feed of any format, as well-formed as its publisher managed: decodes, mends, and parses it into one form.
 * @throws AppError invalid, naming the limit that it exceeds or why it is no feed
 */
export async function readFeed({ bytes, contentType, url }: FeedBytes): Promise<FeedDocument> {
  assertFeedSize(bytes.length);
  const text = decodeText(bytes, contentType);
  if (text.trim() === '') throw feedProblem('feed_empty', 'The feed is empty.');
  assertFeedLimits(text);
  const xml = repairXml(text);
  return (await readWithRssParser(xml, url)) ?? readLeniently(xml, url);
}
