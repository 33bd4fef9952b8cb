import { addMilliseconds } from '../kernel/time.ts';
import { type CrawlDeps, type CrawlOutcome, crawlFeeds } from './crawl-feeds.ts';
import { GoogleNewsHost } from './google-news.ts';
import type { HostTurns } from './ports.ts';

/** A function that has run out of its time does nothing more. */
const TurnMarginMilliseconds = 5_000;

/**
 * Crawls feeds of a host. Thousands of searches are one host's, in many messages: only one of them is worked on at a
 * time (PM-06); undefined while another crawler has the turn.
 */
export async function crawlInTurn(
  deps: CrawlDeps & { turns: HostTurns },
  host: string,
  feedIds: readonly string[],
  remainingMilliseconds: () => number,
): Promise<CrawlOutcome | undefined> {
  if (host !== GoogleNewsHost) return crawlFeeds(deps, host, feedIds, remainingMilliseconds);
  const now = deps.now();
  const until = addMilliseconds(now, remainingMilliseconds() + TurnMarginMilliseconds);
  if (!(await deps.turns.take(host, now, until))) return undefined;
  try {
    return await crawlFeeds(deps, host, feedIds, remainingMilliseconds);
  } finally {
    await deps.turns.giveBack(host);
  }
}
