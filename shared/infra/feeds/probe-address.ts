import { Parser } from 'htmlparser2';
import type { FeedDocument } from '../../core/coverage/feed-document.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { ProbeAddress } from '../../core/publications/detect-feeds.ts';
import { decodeText } from './decode-text.ts';
import { FeedLimits } from './feed-limits.ts';
import { FetchProblem } from './fetch-problem.ts';
import { type FeedBytes, readFeed } from './read-feed.ts';
import { type SafeFetch, type SafeFetchOptions, safeFetch } from './safe-fetch.ts';

/** PM-02: for each address, redirects included. */
const TotalMilliseconds = 5_000;
/** A page names its feeds in its head. */
const LongestHeadCharacters = 500_000;
const FeedTypes = /^(application\/(rss|atom|rdf)\+xml|(application|text)\/xml)\b/i;
const Headers = {
  'user-agent': 'Earshot/1 (press monitoring; feed detection)',
  accept: 'text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
};

/** The limits within which websites are searched for feeds. */
export function websiteFetcher(options: Pick<SafeFetchOptions, 'outside' | 'mayConnect'>): SafeFetch {
  return safeFetch({ ...options, totalMilliseconds: TotalMilliseconds, mostBytes: FeedLimits.bytes });
}

/** Reads an address as a feed, or as a page that names feeds. */
export function probeAddress(fetch: SafeFetch): ProbeAddress {
  return async (url) => {
    try {
      const { status, headers, bytes, finalUrl } = await fetch(url, Headers);
      if (status !== 200) return undefined;
      const contentType = headers['content-type'] ?? null;
      const feed = await feedIn({ bytes, contentType, url: finalUrl });
      const namedFeeds = feed ? [] : feedsNamedBy(decodeText(bytes, contentType), finalUrl);
      return { finalUrl, feed, namedFeeds };
    } catch (error) {
      if (error instanceof FetchProblem) return undefined;
      throw error;
    }
  };
}

async function feedIn(answer: FeedBytes): Promise<FeedDocument | null> {
  try {
    return await readFeed(answer);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** The addresses of `<link rel=alternate>` whose type is a feed's. */
export function feedsNamedBy(html: string, pageUrl: string): string[] {
  const named: string[] = [];
  let base = pageUrl;
  const parser = new Parser({
    onopentag(name, { href, rel = '', type = '' }) {
      if (href === undefined) return;
      if (name === 'base') base = URL.parse(href, pageUrl)?.href ?? pageUrl;
      if (name === 'link' && /(^|\s)alternate(\s|$)/i.test(rel) && FeedTypes.test(type.trim()))
        named.push(href);
    },
  });
  parser.write(html.slice(0, LongestHeadCharacters));
  return [...new Set(named.flatMap((href) => URL.parse(href.trim(), base)?.href ?? []))];
}
