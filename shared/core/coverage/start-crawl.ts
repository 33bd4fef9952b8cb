import { addMilliseconds, type Instant } from '../kernel/time.ts';
import { HealAfterSlotMilliseconds } from './feed-state.ts';
import { type HostBatch, planCrawl } from './plan-crawl.ts';
import type { FeedRegistry } from './ports.ts';

export interface StartCrawlDeps {
  feeds: Pick<FeedRegistry, 'due' | 'states'>;
  send(batches: readonly HostBatch[]): Promise<void>;
}

const StatesPerRead = 500;

/** Sends every feed whose time has come to the crawlers, host by host (PM-06). */
export async function startCrawl(
  deps: StartCrawlDeps,
  now: Instant,
): Promise<{ feeds: number; hosts: number }> {
  const feedIds = await Array.fromAsync(deps.feeds.due(addMilliseconds(now, HealAfterSlotMilliseconds)));
  const due = [];
  for (let start = 0; start < feedIds.length; start += StatesPerRead) {
    const states = await deps.feeds.states(feedIds.slice(start, start + StatesPerRead));
    due.push(...states.filter(({ nextAt }) => nextAt <= now));
  }
  const batches = planCrawl(due);
  await deps.send(batches);
  return { feeds: due.length, hosts: new Set(batches.map(({ host }) => host)).size };
}
