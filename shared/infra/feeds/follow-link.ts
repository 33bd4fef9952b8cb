import type { LinkResolver } from '../../core/coverage/resolve-links.ts';
import { FetchProblem } from './fetch-problem.ts';
import { type SafeFetch, type SafeFetchOptions, safeFetch } from './safe-fetch.ts';

const TotalMilliseconds = 5_000;
const MostBytes = 5_000_000;
const Headers = {
  'user-agent': 'Earshot/1 (press monitoring)',
  accept: 'text/html, */*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
};
/** The aggregator's own pages, among them the one that asks for consent. */
const AggregatorHost = /(^|\.)google\.[a-z.]+$/;

/** The limits within which links are followed. */
export function linkFetcher(options: Pick<SafeFetchOptions, 'outside' | 'mayConnect'>): SafeFetch {
  return safeFetch({ ...options, totalMilliseconds: TotalMilliseconds, mostBytes: MostBytes });
}

/** Follows an aggregator's link by HTTP redirects alone: pages that redirect by script lead nowhere. */
export function followLink(fetch: SafeFetch): LinkResolver['follow'] {
  return async (url) => {
    try {
      const { status, finalUrl } = await fetch(url, Headers);
      if (status === 429) return { kind: 'refused' };
      const isElsewhere = status < 400 && !AggregatorHost.test(new URL(finalUrl).hostname);
      return isElsewhere ? { kind: 'led', target: finalUrl } : { kind: 'nowhere' };
    } catch (error) {
      if (error instanceof FetchProblem) return { kind: 'nowhere' };
      throw error;
    }
  };
}
