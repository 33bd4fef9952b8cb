import { addMilliseconds, type Instant, MillisecondsPerMinute } from '../kernel/time.ts';
import { afterReading, type FeedState } from './feed-state.ts';
import type { FeedWatch } from './feed-watch.ts';
import { GoogleNewsHost } from './google-news.ts';
import { type ArticleMatcher, articleMatcher } from './match-articles.ts';
import type { FeedRegistry, FetchFeed } from './ports.ts';
import { type RecordFindingDeps, type RecordOutcome, recordFinding } from './record-finding.ts';

export interface CrawlDeps extends RecordFindingDeps {
  feeds: FeedRegistry;
  fetchFeed: FetchFeed;
  now(): Instant;
}

export interface CrawlOutcome {
  read: number;
  unchanged: number;
  failed: number;
  /** Not due, or in the hands of another crawl. */
  skipped: number;
  findings: Record<RecordOutcome, number>;
  /** Feeds for which no time was left. */
  remaining: string[];
  /** Feeds whose reports could not be stored; they are due again. */
  unrecorded: { feedId: string; error: unknown }[];
}

/** A crawl that died gives its feeds free after this time. */
const ClaimMilliseconds = 10 * MillisecondsPerMinute;
/** Enough for one slow feed and the recording of what it reports. */
const LeastRemainingMilliseconds = 40_000;
const PauseBetweenFeedsMilliseconds = 100;
/** Google publishes no limit; more than one search a second was seen to be answered with 429. */
const PauseBetweenSearchesMilliseconds = 1_000;

/**
 * Reads the feeds of one host, one after another, and records what they report (PM-06).
 * Feeds that are not due are left alone, so that running twice, or twice at once, does no harm.
 */
export async function crawlFeeds(
  deps: CrawlDeps,
  host: string,
  feedIds: readonly string[],
  remainingMilliseconds: () => number,
): Promise<CrawlOutcome> {
  const outcome = emptyOutcome();
  const watching = await prepareWatching(deps, feedIds);

  for (const [index, feedId] of feedIds.entries()) {
    if (remainingMilliseconds() < LeastRemainingMilliseconds) {
      outcome.remaining = feedIds.slice(index);
      break;
    }
    const state = await deps.feeds.claim(feedId, deps.now(), addMilliseconds(deps.now(), ClaimMilliseconds));
    if (!state) outcome.skipped += 1;
    else await crawlClaimed(deps, state, await upToDate(deps, watching, state), outcome);
    if (state && index < feedIds.length - 1)
      await deps.pause(
        host === GoogleNewsHost ? PauseBetweenSearchesMilliseconds : PauseBetweenFeedsMilliseconds,
      );
  }
  return outcome;
}

/** Who watches the feeds of a crawl, with one search for the keywords of all of them. */
interface Watching {
  watchesOf: ReadonlyMap<string, readonly FeedWatch[]>;
  /** How often each feed's watchers had changed before they were read. */
  revisionOf: ReadonlyMap<string, number>;
  match: ArticleMatcher;
}

async function prepareWatching(deps: CrawlDeps, feedIds: readonly string[]): Promise<Watching> {
  const states = await deps.feeds.states(feedIds);
  const watchesOf = new Map<string, FeedWatch[]>();
  for (const feedId of feedIds) watchesOf.set(feedId, await currentWatches(deps, feedId));
  return {
    watchesOf,
    revisionOf: new Map(states.map(({ feedId, watchersRevision }) => [feedId, watchersRevision])),
    match: articleMatcher([...watchesOf.values()].flat()),
  };
}

/** A watch that came before the claim must not be missed: its articles would never be shown to it again. */
async function upToDate(
  deps: CrawlDeps,
  watching: Watching,
  { feedId, watchersRevision }: FeedState,
): Promise<Watching> {
  return watching.revisionOf.get(feedId) === watchersRevision ? watching : prepareWatching(deps, [feedId]);
}

/** Watches that have outlived their tracker's period count no more, whether or not they were taken away already. */
async function currentWatches(deps: CrawlDeps, feedId: string): Promise<FeedWatch[]> {
  const watches = await deps.feeds.watches(feedId);
  return watches.filter((watch) => watch.watchedUntil > deps.now());
}

async function crawlClaimed(
  deps: CrawlDeps,
  state: FeedState,
  { watchesOf, match }: Watching,
  outcome: CrawlOutcome,
): Promise<void> {
  const watches = watchesOf.get(state.feedId) ?? [];
  if (watches.length === 0) {
    await deps.feeds.forget(state);
    outcome.skipped += 1;
    return;
  }
  try {
    await readAndRecord(deps, state, watches, match, outcome);
  } catch (error) {
    await deps.feeds.release(state.feedId);
    outcome.unrecorded.push({ feedId: state.feedId, error });
  }
}

async function readAndRecord(
  deps: CrawlDeps,
  state: FeedState,
  watches: readonly FeedWatch[],
  match: ArticleMatcher,
  outcome: CrawlOutcome,
): Promise<void> {
  const fetched = await deps.fetchFeed({ ...state, url: state.movedTo ?? state.url });
  const now = deps.now();
  if (fetched.kind === 'read') {
    for (const finding of match(state.feedId, fetched.document, now)) {
      outcome.findings[await recordFinding(deps, finding, now)] += 1;
    }
  }
  // Only now: a crawl that dies while recording must find the feed changed once more.
  const checkFrequency = watches.some((watch) => watch.checkFrequency === 'twice_daily')
    ? 'twice_daily'
    : 'daily';
  await deps.feeds.finish(afterReading({ ...state, checkFrequency }, fetched, now), now);
  outcome[fetched.kind] += 1;
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
