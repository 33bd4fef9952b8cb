import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCrawl } from '../../../shared/core/coverage/plan-crawl.ts';

const feed = (feedId: string, url: string, movedTo: string | null = null) => ({ feedId, url, movedTo });

describe('planCrawl', () => {
  it('PM-06 takes each feed once and groups them by the host that is asked', () => {
    const states = [
      feed('1', 'https://a.example/x'),
      feed('2', 'https://b.example/x'),
      feed('1', 'https://a.example/x'),
      feed('3', 'https://b.example/y', 'https://a.example/y'),
    ];
    expect(planCrawl(states)).toEqual([
      {
        host: 'a.example',
        feeds: [
          { feedId: '1', url: 'https://a.example/x' },
          { feedId: '3', url: 'https://a.example/y' },
        ],
      },
      { host: 'b.example', feeds: [{ feedId: '2', url: 'https://b.example/x' }] },
    ]);
  });

  it('PM-06 loses no feed and fills no batch above 300', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000 }), fc.integer({ min: 1, max: 3 }), (count, hosts) => {
        const states = Array.from({ length: count }, (_, index) =>
          feed(`${index}`, `https://h${index % hosts}.example/${index}`),
        );
        const batches = planCrawl(states);
        expect(batches.flatMap(({ feeds }) => feeds.map(({ feedId }) => feedId)).toSorted()).toEqual(
          states.map(({ feedId }) => feedId).toSorted(),
        );
        expect(Math.max(0, ...batches.map(({ feeds }) => feeds.length))).toBeLessThanOrEqual(300);
      }),
    );
  });
});
