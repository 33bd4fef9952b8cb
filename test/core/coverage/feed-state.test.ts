import { describe, expect, it } from 'vitest';
import {
  afterReading,
  type FeedState,
  newFeedState,
  type ReadOutcome,
  wakeAtOf,
} from '../../../shared/core/coverage/feed-state.ts';
import { nextCrawlAt } from '../../../shared/core/coverage/next-crawl.ts';

const Now = '2026-11-20T12:00:00.000Z';
const aFeed = (overrides: Partial<FeedState> = {}): FeedState => ({
  ...newFeedState({ feedId: 'feed_1', url: 'https://a.example/feed', checkFrequency: 'daily' }, Now),
  ...overrides,
});
const read = (overrides: Partial<Extract<ReadOutcome, { kind: 'read' }>> = {}): ReadOutcome => ({
  kind: 'read',
  title: 'A paper',
  etag: '"1"',
  lastModified: null,
  movedTo: null,
  tookMilliseconds: 300,
  ...overrides,
});
const failed = (overrides: Partial<Extract<ReadOutcome, { kind: 'failed' }>> = {}): ReadOutcome => ({
  kind: 'failed',
  problem: 'failing',
  reason: 'The host answered with status 500.',
  retryAfterSeconds: null,
  ...overrides,
});

describe('nextCrawlAt', () => {
  it.each([
    ['2026-11-20T04:59:59.999Z', 'daily', '2026-11-20T05:00:00.000Z'],
    ['2026-11-20T05:00:00.000Z', 'daily', '2026-11-21T05:00:00.000Z'],
    ['2026-11-20T05:00:00.000Z', 'twice_daily', '2026-11-20T17:00:00.000Z'],
    ['2026-07-01T12:00:00.000Z', 'daily', '2026-07-02T04:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', 'daily', '2026-10-25T05:00:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'daily', '2026-03-29T04:00:00.000Z'],
  ] as const)(
    'PM-06 follows %s (%s) at 06:00 or 18:00 in Berlin, also when the clocks change',
    (after, frequency, at) => {
      expect(nextCrawlAt(after, frequency)).toBe(at);
    },
  );
});

describe('afterReading', () => {
  it('PM-06 keeps what makes the next request conditional, and waits for the next crawl', () => {
    const state = afterReading(aFeed({ failureCount: 3, lastError: 'broken' }), read(), Now);
    expect(state).toEqual({
      ...aFeed(),
      title: 'A paper',
      etag: '"1"',
      health: 'healthy',
      lastCheckedAt: Now,
      lastSuccessAt: Now,
      nextAt: '2026-11-21T05:00:00.000Z',
    });
    expect(wakeAtOf(state)).toBe('2026-11-21T05:30:00.000Z');
  });

  it('PM-06 keeps it over an answer that says nothing has changed', () => {
    const before = aFeed({ etag: '"1"', title: 'A paper' });
    expect(afterReading(before, { kind: 'unchanged', tookMilliseconds: 20 }, Now)).toMatchObject({
      etag: '"1"',
      title: 'A paper',
      health: 'healthy',
    });
  });

  it('PM-06 waits longer after each failure, but never more than a day', () => {
    const hours = Array.from({ length: 10 }, (_, failureCount) => {
      const { nextAt } = afterReading(aFeed({ failureCount }), failed(), Now);
      return (Date.parse(nextAt) - Date.parse(Now)) / 3_600_000;
    });
    expect(hours).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24, 24]);
  });

  it('PM-06 waits as long as the host asks, at most a week', () => {
    const nextAt = (retryAfterSeconds: number) =>
      afterReading(aFeed(), failed({ problem: 'blocked', retryAfterSeconds }), Now).nextAt;
    expect(nextAt(10 * 3_600)).toBe('2026-11-20T22:00:00.000Z');
    expect(nextAt(10)).toBe('2026-11-20T18:00:00.000Z');
    expect(nextAt(1_000_000_000)).toBe('2026-11-27T12:00:00.000Z');
  });

  it('PM-06 follows a feed that moved for good, and goes back where the new address is gone', () => {
    const moved = afterReading(aFeed(), read({ movedTo: 'https://a.example/new' }), Now);
    expect(moved).toMatchObject({ health: 'moved', movedTo: 'https://a.example/new' });
    expect(afterReading(moved, failed({ problem: 'gone' }), Now)).toMatchObject({
      health: 'gone',
      movedTo: null,
    });
  });

  it('PM-06 shows a feed that answers slowly', () => {
    expect(afterReading(aFeed(), read({ tookMilliseconds: 6_000 }), Now).health).toBe('slow');
  });
});
