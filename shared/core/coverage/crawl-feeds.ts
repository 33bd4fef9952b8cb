import { isAppError } from '../kernel/errors.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { addMilliseconds, type Instant, MillisecondsPerMinute } from '../kernel/time.ts';
import { afterReading, type FeedState } from './feed-state.ts';
import type { FeedWatch } from './feed-watch.ts';
import { GoogleNewsHost } from './google-news.ts';
import { articleMatcher, type Finding } from './match-articles.ts';
import type { FeedChange, FeedRegistry, FetchedFeed, FetchFeed } from './ports.ts';
import { type RecordFindingDeps, type RecordOutcome, recordFinding } from './record-finding.ts';
import { type ResolveLinksDeps, withResolvedLinks } from './resolve-links.ts';

export interface CrawlDeps extends RecordFindingDeps, ResolveLinksDeps {
  feeds: FeedRegistry;
  fetchFeed: FetchFeed;
  now(): Instant;
}

export interface CrawlOutcome {
  read: number;
  unchanged: number;
  failed: number;
  /** Not due, watched by nobody, or in the hands of another crawl. */
  skipped: number;
  findings: Record<RecordOutcome, number>;
  /** Feeds for which no time was left. */
  remaining: string[];
  /** Feeds that could not be worked on, or whose reports could not be stored; they are due again. */
  unrecorded: { feedId: string; error: unknown }[];
}

type ReadFeed = Extract<FetchedFeed, { kind: 'read' }>;

/** A crawl that died gives its feeds free after this time. */
const ClaimMilliseconds = 10 * MillisecondsPerMinute;
/** Enough for one slow feed and the recording of what it reports. */
const LeastRemainingMilliseconds = 40_000;
const PauseBetweenFeedsMilliseconds = 100;
/** What one feed reports to several trackers is stored beside each other; two findings of a tracker would collide. */
const TrackersAtOnce = 8;
/** Google publishes no limit; more than one search a second was seen to be answered with 429. */
const PauseBetweenSearchesMilliseconds = 1_000;

/**
 * Reads the feeds of one host, one after another, and records what they report (PM-06).
 * Feeds that are not due are left alone, so that running twice, or twice at once, does no harm.
 */
export async function crawlFeeds(
  deps: CrawlDeps,
  host: string,
  asked: readonly string[],
  remainingMilliseconds: () => number,
): Promise<CrawlOutcome> {
  const outcome = emptyOutcome();
  const feedIds = [...new Set(asked)];
  const states = new Map((await deps.feeds.states(feedIds)).map((state) => [state.feedId, state]));
  const pauseMilliseconds =
    host === GoogleNewsHost ? PauseBetweenSearchesMilliseconds : PauseBetweenFeedsMilliseconds;
  const writes: Promise<void>[] = [];
  for (const [index, feedId] of feedIds.entries()) {
    if (remainingMilliseconds() < LeastRemainingMilliseconds) {
      outcome.remaining = feedIds.slice(index);
      break;
    }
    const state = states.get(feedId);
    if (!state || !isDue(state, deps.now())) {
      outcome.skipped += 1;
      continue;
    }
    try {
      await crawlFeed(deps, state, outcome, (change) => writes.push(laterAwaited(deps, change)));
    } catch (error) {
      // What is down is down for all; a mistake of ours that one feed meets must not keep the others from being read.
      if (isAppError(error)) throw error;
      outcome.unrecorded.push({ feedId, error });
    }
    if (index < feedIds.length - 1) await deps.pause(pauseMilliseconds);
  }
  await Promise.all(writes);
  return outcome;
}

/** Feeds that have not changed are waited for together: one that a crawl could not keep is only asked once more. */
function laterAwaited({ feeds, now }: CrawlDeps, change: FeedChange): Promise<void> {
  const write = feeds.finishTogether([change], now());
  // Until it is awaited, its failure is nobody's.
  write.catch(() => undefined);
  return write;
}

function isDue({ nextAt, claimedUntil }: FeedState, now: Instant): boolean {
  return nextAt <= now && (claimedUntil === null || claimedUntil <= now);
}

/** A feed that has nothing for anybody costs one write: only findings have to be kept from other crawls. */
async function crawlFeed(
  deps: CrawlDeps,
  state: FeedState,
  outcome: CrawlOutcome,
  keepUnchanged: (change: FeedChange) => void,
): Promise<void> {
  if (!state.isWatched) {
    await deps.feeds.forget(state);
    outcome.skipped += 1;
    return;
  }
  const fetched = await deps.fetchFeed({ ...state, url: state.movedTo ?? state.url });
  if (fetched.kind !== 'read') {
    const now = deps.now();
    const change = { before: state, after: afterReading(state, fetched, now) };
    if (fetched.kind === 'unchanged') keepUnchanged(change);
    else await deps.feeds.finish(change, now);
    outcome[fetched.kind] += 1;
    return;
  }
  const matched = await matchedWith(deps, state, fetched);
  if (matched.findings.length > 0) return recordClaimed(deps, matched, fetched, outcome);
  await finishRead(deps, matched, fetched);
  outcome.read += 1;
}

interface Matched {
  state: FeedState;
  watches: FeedWatch[];
  findings: Finding[];
}

/** The watches are read after the state: one that comes later makes the feed due again. */
async function matchedWith(deps: CrawlDeps, state: FeedState, { document }: ReadFeed): Promise<Matched> {
  const watches = await currentWatches(deps, state.feedId);
  return { state, watches, findings: articleMatcher(watches)(state.feedId, document, deps.now()) };
}

async function recordClaimed(
  deps: CrawlDeps,
  before: Matched,
  fetched: ReadFeed,
  outcome: CrawlOutcome,
): Promise<void> {
  const { feedId, watchersRevision } = before.state;
  const now = deps.now();
  const state = await deps.feeds.claim(feedId, now, addMilliseconds(now, ClaimMilliseconds));
  if (!state) {
    outcome.skipped += 1;
    return;
  }
  try {
    const isCurrent = state.watchersRevision === watchersRevision;
    await record(deps, isCurrent ? before : await matchedWith(deps, state, fetched), fetched, outcome);
  } catch (error) {
    await deps.feeds.release(feedId);
    outcome.unrecorded.push({ feedId, error });
  }
}

async function record(
  deps: CrawlDeps,
  matched: Matched,
  fetched: ReadFeed,
  outcome: CrawlOutcome,
): Promise<void> {
  const now = deps.now();
  const findings = await withResolvedLinks(deps, matched.findings);
  const perTracker = Map.groupBy(findings, ({ watch }) => watch.trackerId);
  await inParallel([...perTracker.values()], TrackersAtOnce, async (ofTracker) => {
    for (const finding of ofTracker) outcome.findings[await recordFinding(deps, finding, now)] += 1;
  });
  // Only now: a crawl that dies while recording must find the feed changed once more.
  await finishRead(deps, matched, fetched);
  outcome.read += 1;
}

async function finishRead(deps: CrawlDeps, { state, watches }: Matched, fetched: ReadFeed): Promise<void> {
  const isOftener = watches.some((watch) => watch.checkFrequency === 'twice_daily');
  const checkFrequency = isOftener ? 'twice_daily' : 'daily';
  const now = deps.now();
  const after = afterReading({ ...state, checkFrequency }, fetched, now);
  await deps.feeds.finish({ before: state, after }, now);
}

/** Watches that have outlived their tracker's period count no more, whether or not they were taken away already. */
async function currentWatches(deps: CrawlDeps, feedId: string): Promise<FeedWatch[]> {
  const watches = await deps.feeds.watches(feedId);
  return watches.filter((watch) => watch.watchedUntil > deps.now());
}

function emptyOutcome(): CrawlOutcome {
  return {
    read: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    findings: { nothing_new: 0, spam: 0, suggested: 0, source_added: 0, confirmed: 0, not_watched: 0 },
    remaining: [],
    unrecorded: [],
  };
}
