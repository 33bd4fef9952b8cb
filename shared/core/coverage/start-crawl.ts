import { inParallel } from '../kernel/in-parallel.ts';
import { addMilliseconds, type Instant } from '../kernel/time.ts';
import { type FeedState, HealAfterSlotMilliseconds } from './feed-state.ts';
import { type HostBatch, planCrawl } from './plan-crawl.ts';
import type { FeedRegistry } from './ports.ts';

export interface StartCrawlDeps {
  feeds: Pick<FeedRegistry, 'due' | 'states'>;
  send(batches: readonly HostBatch[]): Promise<void>;
}

export interface StartedCrawl {
  feeds: number;
  hosts: number;
}

const StatesPerRead = 100;
const ReadsAtOnce = 4;

/** PM-06, at the crawl's hour: sends every feed whose time has come to the crawlers, host by host. */
export function startCrawl(deps: StartCrawlDeps, now: Instant): Promise<StartedCrawl> {
  return sendDueFeeds(deps, now, addMilliseconds(now, HealAfterSlotMilliseconds));
}

/** Between the crawls: sends new feeds, those that a failure has put off, and those that a crawl has lost. */
export function wakeFeeds(deps: StartCrawlDeps, now: Instant): Promise<StartedCrawl> {
  return sendDueFeeds(deps, now, now);
}

async function sendDueFeeds(deps: StartCrawlDeps, now: Instant, wakeUntil: Instant): Promise<StartedCrawl> {
  const feedIds = await Array.fromAsync(deps.feeds.due(wakeUntil));
  const states: FeedState[][] = [];
  const reads = Array.from({ length: Math.ceil(feedIds.length / StatesPerRead) }, (_, read) => read);
  await inParallel(reads, ReadsAtOnce, async (read) => {
    const start = read * StatesPerRead;
    states[read] = await deps.feeds.states(feedIds.slice(start, start + StatesPerRead));
  });
  const due = states
    .flat()
    .filter(({ nextAt, claimedUntil }) => nextAt <= now && (claimedUntil ?? '') <= now);
  const batches = planCrawl(due);
  await deps.send(batches);
  return { feeds: due.length, hosts: new Set(batches.map(({ host }) => host)).size };
}
