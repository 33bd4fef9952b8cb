import * as z from 'zod';
import {
  addMilliseconds,
  addSeconds,
  earliest,
  type Instant,
  latest,
  MillisecondsPerDay,
  MillisecondsPerHour,
} from '../kernel/time.ts';
import { CheckFrequency } from '../publications/publication.ts';
import { nextCrawlAt } from './next-crawl.ts';

export const FeedHealth = z.enum(['new', 'healthy', 'slow', 'moved', 'failing', 'blocked', 'gone']);
export type FeedHealth = z.infer<typeof FeedHealth>;

/** What is known of a feed, shared by everybody who watches it; it holds no tenant's data. */
export const FeedState = z.object({
  feedId: z.string(),
  /** As the watchers know it. */
  url: z.string(),
  /** Where it is read since it moved for good. */
  movedTo: z.string().nullable(),
  title: z.string(),
  health: FeedHealth,
  /** How often its most demanding watcher wants it read. */
  checkFrequency: CheckFrequency,
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  lastCheckedAt: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  failureCount: z.int(),
  /** Why the last try failed, in words. */
  lastError: z.string().nullable(),
  /** Not read before; there always is a next try. */
  nextAt: z.string(),
  /** While a crawl is at work on it. */
  claimedUntil: z.string().nullable(),
  /** Counts changes of its watchers: what was read for fewer of them must be read again in full. */
  watchersRevision: z.int(),
  /** False since its last watcher has left: the next crawl forgets it unread. */
  isWatched: z.boolean().default(true),
});
export type FeedState = z.infer<typeof FeedState>;

/** How an attempt to read a feed ended. */
export type ReadOutcome =
  | {
      kind: 'read';
      title: string;
      etag: string | null;
      lastModified: string | null;
      movedTo: string | null;
      tookMilliseconds: number;
    }
  | { kind: 'unchanged'; tookMilliseconds: number }
  | {
      kind: 'failed';
      problem: 'failing' | 'blocked' | 'gone';
      reason: string;
      retryAfterSeconds: number | null;
    };

/** Slower than this a feed still works, but its watchers see it. */
const SlowMilliseconds = 5_000;
const FirstRetryMilliseconds = MillisecondsPerHour / 4;
const LongestRetryMilliseconds = 7 * MillisecondsPerDay;
const FirstRetryOf = {
  failing: FirstRetryMilliseconds,
  blocked: 6 * MillisecondsPerHour,
  gone: MillisecondsPerDay,
} as const;
const LongestRetryOf = {
  failing: MillisecondsPerDay,
  blocked: MillisecondsPerDay,
  gone: LongestRetryMilliseconds,
} as const;

/** How long the timer leaves a feed to the crawl of the day before it heals one that was lost. */
export const HealAfterSlotMilliseconds = MillisecondsPerHour / 2;

/** When the timer looks after a feed: the crawl of the day reads the healthy ones, the timer the others and new ones. */
export function wakeAtOf({ health, nextAt }: Pick<FeedState, 'health' | 'nextAt'>): Instant {
  const waitsForCrawl = health === 'healthy' || health === 'slow' || health === 'moved';
  return waitsForCrawl ? addMilliseconds(nextAt, HealAfterSlotMilliseconds) : nextAt;
}

export function newFeedState(
  feed: { feedId: string; url: string; checkFrequency: CheckFrequency },
  now: Instant,
): FeedState {
  return {
    feedId: feed.feedId,
    url: feed.url,
    checkFrequency: feed.checkFrequency,
    movedTo: null,
    title: '',
    health: 'new',
    etag: null,
    lastModified: null,
    lastCheckedAt: null,
    lastSuccessAt: null,
    failureCount: 0,
    lastError: null,
    nextAt: now,
    claimedUntil: null,
    watchersRevision: 0,
    isWatched: true,
  };
}

/**
 * PM-06: a feed is never given up. After a success it waits for the next crawl of the day; after a failure for a time
 * that doubles with each one, or for as long as the host asked, at most a week.
 */
export function afterReading(state: FeedState, outcome: ReadOutcome, now: Instant): FeedState {
  const base = { ...state, lastCheckedAt: now, claimedUntil: null };
  if (outcome.kind === 'failed') {
    return {
      ...base,
      // A new address that is gone leads back to the old one, which may know a newer one still.
      movedTo: outcome.problem === 'gone' ? null : state.movedTo,
      health: outcome.problem,
      failureCount: state.failureCount + 1,
      lastError: outcome.reason,
      nextAt: retryAt(outcome, state.failureCount, now),
    };
  }
  const movedTo = outcome.kind === 'read' ? (outcome.movedTo ?? state.movedTo) : state.movedTo;
  return {
    ...base,
    ...(outcome.kind === 'read' && {
      title: outcome.title,
      etag: outcome.etag,
      lastModified: outcome.lastModified,
    }),
    movedTo,
    health: outcome.tookMilliseconds > SlowMilliseconds ? 'slow' : movedTo === null ? 'healthy' : 'moved',
    lastSuccessAt: now,
    failureCount: 0,
    lastError: null,
    nextAt: nextCrawlAt(now, state.checkFrequency),
  };
}

function retryAt(
  failure: Extract<ReadOutcome, { kind: 'failed' }>,
  earlierFailures: number,
  now: Instant,
): Instant {
  const doubled = FirstRetryOf[failure.problem] * 2 ** Math.min(earlierFailures, 16);
  const own = addMilliseconds(now, Math.min(doubled, LongestRetryOf[failure.problem]));
  const asked = failure.retryAfterSeconds === null ? own : addSeconds(now, failure.retryAfterSeconds);
  return earliest(latest(own, asked), addMilliseconds(now, LongestRetryMilliseconds));
}
