import { describe, expect, it } from 'vitest';
import type { CrawlDeps } from '../../../shared/core/coverage/crawl-feeds.ts';
import { newFeedState } from '../../../shared/core/coverage/feed-state.ts';
import type { FeedChange, FetchedFeed } from '../../../shared/core/coverage/ports.ts';
import { readTogether } from '../../../shared/core/coverage/read-together.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';

const Now = '2026-11-20T05:00:00.000Z';
const stateOf = (feedId: string) =>
  newFeedState({ feedId, url: `https://${feedId}.example/`, checkFrequency: 'daily' }, Now);

/** What a crawl would read, with a list of what was read. */
function reading({ failures = 0 } = {}) {
  const reads: unknown[] = [];
  const writes: string[][] = [];
  const pauses: PromiseWithResolvers<void>[] = [];
  const fetches: PromiseWithResolvers<FetchedFeed>[] = [];
  const clock = fixedClock(Now);
  let left = failures;
  const deps = readTogether({
    now: clock.now,
    fetchFeed() {
      const fetch = Promise.withResolvers<FetchedFeed>();
      fetches.push(fetch);
      return fetch.promise;
    },
    pause() {
      const pause = Promise.withResolvers<void>();
      pauses.push(pause);
      return pause.promise;
    },
    feeds: {
      async states(feedIds: readonly string[]) {
        reads.push(feedIds);
        return feedIds.filter((feedId) => feedId !== 'gone').map(stateOf);
      },
      async finishTogether(changes: readonly FeedChange[]) {
        writes.push(changes.map(({ after }) => after.feedId));
        if (changes.some(({ after }) => after.feedId === 'broken')) throw new Error('The table is away.');
      },
    },
    spamPatterns: {
      async active({ organizationId }: { organizationId: string }) {
        reads.push(organizationId);
        left -= 1;
        if (left >= 0) throw new Error('The table is away.');
        return [];
      },
    },
  } as unknown as CrawlDeps);
  const keep = (feedId: string) => {
    const state = stateOf(feedId);
    return deps.feeds.finishTogether([{ before: state, after: state }], Now);
  };
  return { deps, reads, writes, pauses, fetches, keep, clock };
}

describe('readTogether', () => {
  it('PM-06 reads the states of feeds that are asked for in one turn at once, and gives each its own', async () => {
    const { deps, reads } = reading();
    const [herald, both] = await Promise.all([
      deps.feeds.states(['herald']),
      deps.feeds.states(['times', 'gone', 'herald']),
    ]);
    expect([herald, both]).toEqual([[stateOf('herald')], [stateOf('times'), stateOf('herald')]]);
    expect(await deps.feeds.states(['herald'])).toEqual([stateOf('herald')]);
    expect(reads).toEqual([['herald', 'times', 'gone'], ['herald']]);
  });

  it('PM-12 reads the patterns of each tenant once in half a minute', async () => {
    const { deps, reads, clock } = reading();
    const [bean, cup] = ['org_bean', 'org_cup'].map((organizationId) => aContext({ organizationId }));
    for (const context of [bean, bean, cup, bean]) await deps.spamPatterns.active(context ?? aContext());
    expect(reads).toEqual(['org_bean', 'org_cup']);
    clock.set('2026-11-20T05:00:30.000Z');
    await deps.spamPatterns.active(bean ?? aContext());
    expect(reads).toEqual(['org_bean', 'org_cup', 'org_bean']);
  });

  it('PM-12 asks again where patterns could not be read', async () => {
    const { deps } = reading({ failures: 1 });
    await expect(deps.spamPatterns.active(aContext())).rejects.toThrow('The table is away.');
    expect(await deps.spamPatterns.active(aContext())).toEqual([]);
  });

  it('PM-06 writes feeds that have not changed together when a moment has passed', async () => {
    const { deps, keep, writes, pauses } = reading();
    void deps.fetchFeed(stateOf('slow'));
    const first = [keep('herald'), keep('times')];
    pauses[0]?.resolve();
    await Promise.all(first);
    const later = keep('post');
    expect(writes).toEqual([['herald', 'times']]);
    pauses[1]?.resolve();
    await later;
    expect(writes).toEqual([['herald', 'times'], ['post']]);
  });

  it('PM-06 waits no longer once there are a hundred of them', async () => {
    const { deps, keep, writes } = reading();
    void deps.fetchFeed(stateOf('slow'));
    await Promise.all(Array.from({ length: 100 }, (_, number) => keep(`feed ${number}`)));
    expect(writes.map(({ length }) => length)).toEqual([100]);
  });

  it('PM-06 does not wait for more when nothing is being fetched any more', async () => {
    const { deps, keep, writes, fetches } = reading();
    const fetched = deps.fetchFeed(stateOf('times'));
    const first = keep('herald');
    fetches[0]?.resolve({ kind: 'unchanged', tookMilliseconds: 1 });
    await fetched;
    await Promise.all([first, keep('times')]);
    expect(writes).toEqual([['herald', 'times']]);
  });

  it('PM-06 tells everybody whose feeds could not be written, and nobody else', async () => {
    const { deps, keep, pauses } = reading();
    void deps.fetchFeed(stateOf('slow'));
    const together = [keep('herald'), keep('broken')];
    pauses[0]?.resolve();
    const outcomes = await Promise.allSettled(together);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = keep('post');
    pauses[1]?.resolve();
    await expect(next).resolves.toBeUndefined();
  });
});
