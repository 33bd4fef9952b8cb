import { describe, expect, it } from 'vitest';
import type { CrawlDeps } from '../../../shared/core/coverage/crawl-feeds.ts';
import { newFeedState } from '../../../shared/core/coverage/feed-state.ts';
import { readTogether } from '../../../shared/core/coverage/read-together.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';

const Now = '2026-11-20T05:00:00.000Z';
const stateOf = (feedId: string) =>
  newFeedState({ feedId, url: `https://${feedId}.example/`, checkFrequency: 'daily' }, Now);

/** What a crawl would read, with a list of what was read. */
function reading({ failures = 0 } = {}) {
  const reads: unknown[] = [];
  const clock = fixedClock(Now);
  let left = failures;
  const deps = readTogether({
    now: clock.now,
    feeds: {
      async states(feedIds: readonly string[]) {
        reads.push(feedIds);
        return feedIds.filter((feedId) => feedId !== 'gone').map(stateOf);
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
  return { deps, reads, clock };
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
});
