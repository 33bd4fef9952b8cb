import { describe, expect, it } from 'vitest';
import { secondsToReset, youtubeQuota } from '../../../shared/infra/google/youtube-quota.ts';
import { fixedClock } from '../../support/clock.ts';
import { ledgerInMemory } from '../../support/youtube.ts';

const spent = { failure: 'throttled', message: 'The units that YouTube gives for today are spent.' };

describe('the daily units of YouTube', () => {
  it('CM-06 leaves a fifth of the day to replies and people when reading is done', async () => {
    const quota = youtubeQuota(ledgerInMemory(), fixedClock());
    for (let number = 0; number < 160; number += 1) await quota.spend(50, 'acting');
    await expect(quota.spend(1, 'reading')).rejects.toMatchObject(spent);
    for (let number = 0; number < 40; number += 1) await quota.spend(50, 'acting');
    await expect(quota.spend(50, 'acting')).rejects.toMatchObject(spent);
  });

  it('CM-06 counts days from midnight to midnight in California', async () => {
    const ledger = ledgerInMemory();
    const before = youtubeQuota(ledger, fixedClock('2026-11-20T07:59:59.000Z'));
    const after = youtubeQuota(ledger, fixedClock('2026-11-20T08:00:00.000Z'));
    await before.isSpent();
    await expect(before.spend(1, 'acting')).rejects.toMatchObject({ ...spent, retryAfterSeconds: 1 });
    await after.spend(1, 'acting');
    expect([...ledger.used]).toEqual([
      ['2026-11-19', 10_000],
      ['2026-11-20', 1],
    ]);
  });

  it('CM-06 knows that a day in March has 23 hours', () => {
    expect(secondsToReset('2026-03-08T08:00:00.000Z')).toBe(23 * 3_600);
  });
});
