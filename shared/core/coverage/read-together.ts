import { addMilliseconds, type Instant } from '../kernel/time.ts';
import type { CrawlDeps } from './crawl-feeds.ts';
import type { FeedState } from './feed-state.ts';
import type { FeedChange, FeedRegistry, SpamPatternStore } from './ports.ts';

/** A pattern that somebody adds during a long crawl keeps articles out from then on. */
const PatternsKeptMilliseconds = 30_000;

/** How long feeds that have not changed wait for others that are still being fetched, to be written with them. */
const GatheringMilliseconds = 250;
const MostWrittenTogether = 100;

/**
 * For the hosts that one crawler reads beside each other: the states of all their feeds are read at once, those that
 * have not changed are written together, and a tenant's spam patterns are read once for all its findings.
 */
export function readTogether<T extends CrawlDeps>(deps: T): T {
  const underWay = { fetches: 0 };
  return {
    ...deps,
    async fetchFeed(feed) {
      underWay.fetches += 1;
      try {
        return await deps.fetchFeed(feed);
      } finally {
        underWay.fetches -= 1;
      }
    },
    feeds: {
      ...deps.feeds,
      states: gathered(deps.feeds.states),
      finishTogether: gatheredWrites(deps, underWay),
    },
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

/** Joins what is to be written until there is much of it, or nothing more to come, or a moment has passed. */
function gatheredWrites(
  { feeds, pause }: CrawlDeps,
  underWay: { readonly fetches: number },
): FeedRegistry['finishTogether'] {
  let gathering: { changes: FeedChange[]; isFull(): void; written: Promise<void> } | undefined;
  const gather = (now: Instant) => {
    const changes: FeedChange[] = [];
    const { promise: full, resolve: isFull } = Promise.withResolvers<void>();
    const written = Promise.race([full, pause(GatheringMilliseconds)]).then(() => {
      if (gathering?.changes === changes) gathering = undefined;
      return feeds.finishTogether(changes, now);
    });
    return { changes, isFull, written };
  };
  return (changes, now) => {
    gathering ??= gather(now);
    const { changes: gathered, isFull, written } = gathering;
    gathered.push(...changes);
    if (gathered.length >= MostWrittenTogether || underWay.fetches === 0) {
      gathering = undefined;
      isFull();
    }
    return written;
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
