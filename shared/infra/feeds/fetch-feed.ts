import type { FetchedFeed, FetchFeed } from '../../core/coverage/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { FeedLimits } from './feed-limits.ts';
import { FetchProblem } from './fetch-problem.ts';
import { readFeed } from './read-feed.ts';
import { type SafeFetch, type SafeFetchOptions, type SafeResponse, safeFetch } from './safe-fetch.ts';

const TotalMilliseconds = 15_000;

const Headers = {
  'user-agent': 'Earshot/1 (press monitoring; feed reader)',
  accept:
    'application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
};

/** The limits within which feeds are fetched. */
export function feedFetcher(options: Pick<SafeFetchOptions, 'outside' | 'mayConnect'>): SafeFetch {
  return safeFetch({ ...options, totalMilliseconds: TotalMilliseconds, mostBytes: FeedLimits.bytes });
}

/** Reads one feed, only if it has changed; whatever goes wrong is an outcome, never an exception. */
export function fetchFeed(fetch: SafeFetch, nowMilliseconds: () => number): FetchFeed {
  return async ({ url, etag, lastModified }) => {
    const startedAt = nowMilliseconds();
    try {
      const response = await fetch(url, {
        ...Headers,
        ...(etag && { 'if-none-match': etag }),
        ...(lastModified && { 'if-modified-since': lastModified }),
      });
      return await outcomeOf(response, () => nowMilliseconds() - startedAt, nowMilliseconds());
    } catch (error) {
      return failureOf(error);
    }
  };
}

async function outcomeOf(
  response: SafeResponse,
  took: () => number,
  nowMilliseconds: number,
): Promise<FetchedFeed> {
  const { status, headers, bytes, finalUrl, movedTo } = response;
  if (status === 304) return { kind: 'unchanged', tookMilliseconds: took() };
  if (status !== 200) return refusalOf(status, headers['retry-after'], nowMilliseconds);
  const document = await readFeed({ bytes, contentType: headers['content-type'] ?? null, url: finalUrl });
  return {
    kind: 'read',
    title: document.title,
    document,
    etag: headers['etag'] ?? null,
    lastModified: headers['last-modified'] ?? null,
    movedTo,
    tookMilliseconds: took(),
  };
}

function refusalOf(status: number, retryAfter: string | undefined, nowMilliseconds: number): FetchedFeed {
  const reason = `The host answered with status ${status}.`;
  const retryAfterSeconds = secondsOf(retryAfter, nowMilliseconds);
  if (status === 404 || status === 410) return { kind: 'failed', problem: 'gone', reason, retryAfterSeconds };
  const isBlocked = [401, 402, 403, 429, 451].includes(status);
  return { kind: 'failed', problem: isBlocked ? 'blocked' : 'failing', reason, retryAfterSeconds };
}

/** RFC 9110 §10.2.3: seconds, or a date. */
function secondsOf(retryAfter: string | undefined, nowMilliseconds: number): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - nowMilliseconds) / 1_000));
}

function failureOf(error: unknown): FetchedFeed {
  if (error instanceof FetchProblem) {
    const problem = error.code === 'address_refused' ? 'blocked' : 'failing';
    return { kind: 'failed', problem, reason: error.message, retryAfterSeconds: null };
  }
  if (isAppError(error))
    return { kind: 'failed', problem: 'failing', reason: error.message, retryAfterSeconds: null };
  throw error;
}
