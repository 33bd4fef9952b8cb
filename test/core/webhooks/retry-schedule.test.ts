import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds, MillisecondsPerDay, millisecondsBetween } from '../../../shared/core/kernel/time.ts';
import { nextAttemptAt, RetryWaits } from '../../../shared/core/webhooks/retry-schedule.ts';

const Now = '2026-11-20T12:00:00.000Z';
const waitOf = (deliveryId: string, tries: number, retryAfter: number | null = null) => {
  const next = nextAttemptAt(deliveryId, tries, Now, retryAfter);
  return next === null ? null : millisecondsBetween(Now, next) / 1_000;
};

describe('the waits between attempts', () => {
  it('AR-19 grow to a day, and end after more than 24 hours', () => {
    const waits = Array.from({ length: 10 }, (_, index) => waitOf('dlv_1', index + 1));
    expect(waits.map((wait, index) => wait !== null && wait / (RetryWaits[index] ?? 0) >= 1)).toEqual([
      ...Array(9).fill(true),
      false,
    ]);
    expect(RetryWaits.reduce((sum, wait) => sum + wait, 0) * 1_000).toBeGreaterThan(3 * MillisecondsPerDay);
  });

  it('AR-19 are up to a fifth longer, each delivery in its own way, and the same whoever asks', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (deliveryId, tries) => {
        const wait = waitOf(deliveryId, tries) ?? 0;
        const least = RetryWaits[tries - 1] ?? 0;
        return wait >= least && wait <= least * 1.2 && wait === waitOf(deliveryId, tries);
      }),
    );
    expect(new Set(Array.from({ length: 50 }, (_, index) => waitOf(`dlv_${index}`, 2))).size).toBeGreaterThan(
      40,
    );
  });

  it.each([
    ['more time', 1, 900, addSeconds(Now, 900)],
    ['more than a day', 1, 10 * 86_400, addSeconds(Now, 86_400)],
  ])('AR-19 heed a receiver that asks for %s', (_what, tries, retryAfter, expected) => {
    expect(nextAttemptAt('dlv_1', tries, Now, retryAfter)).toBe(expected);
  });

  it('AR-19 are not shortened by a receiver', () => {
    expect(waitOf('dlv_1', 2, 1)).toBe(waitOf('dlv_1', 2));
  });
});
