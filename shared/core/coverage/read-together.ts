import { addMilliseconds, type Instant } from '../kernel/time.ts';
import type { CrawlDeps } from './crawl-feeds.ts';
import type { FeedState } from './feed-state.ts';
import type { FeedRegistry, SpamPatternStore } from './ports.ts';

/** A pattern that somebody adds during a long crawl keeps articles out from then on. */
const PatternsKeptMilliseconds = 30_000;

/**
 * For the hosts that one crawler reads beside each other: the states of all their feeds are read at once, and a
 * tenant's spam patterns once for all its findings.
 */
export function readTogether<T extends CrawlDeps>(deps: T): T {
  return {
    ...deps,
    feeds: { ...deps.feeds, states: gathered(deps.feeds.states) },
    spamPatterns: { ...deps.spamPatterns, active: kept(deps.spamPatterns.active, deps.now) },
  };
}

/** Joins what is asked for in the same turn. */
function gathered(read: FeedRegistry['states']): FeedRegistry['states'] {
  let gathering: { feedIds: Set<string>; states: Promise<Map<string, FeedState>> } | undefined;
  const gather = () => {
    const feedIds = new Set<string>();
    const states = Promise.resolve().then(async () => {
      gathering = undefined;
      return new Map((await read([...feedIds])).map((state) => [state.feedId, state]));
    });
    return { feedIds, states };
  };
  return async (asked) => {
    gathering ??= gather();
    const { feedIds, states } = gathering;
    for (const feedId of asked) feedIds.add(feedId);
    const found = await states;
    return asked.flatMap((feedId) => found.get(feedId) ?? []);
  };
}

function kept(read: SpamPatternStore['active'], now: () => Instant): SpamPatternStore['active'] {
  const byOrganization = new Map<
    string,
    { until: Instant; patterns: ReturnType<SpamPatternStore['active']> }
  >();
  return (context) => {
    const { organizationId } = context;
    const known = byOrganization.get(organizationId);
    if (known && now() < known.until) return known.patterns;
    const patterns = read(context);
    byOrganization.set(organizationId, { until: addMilliseconds(now(), PatternsKeptMilliseconds), patterns });
    // Nobody else should fail because of it.
    patterns.catch(() => byOrganization.delete(organizationId));
    return patterns;
  };
}
