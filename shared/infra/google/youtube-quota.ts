import { ProviderError } from '../../core/accounts/provider-error.ts';
import { type Clock, type Instant, millisecondsBetween } from '../../core/kernel/time.ts';
import { addDays, type Day, dayIn, instantIn } from '../../core/kernel/zoned-time.ts';

/** What Google gives a project per day for all but searches and uploads, unless it was granted more. */
const DailyUnits = 10_000;

/** Reading leaves the rest of the day's units to replies and to what people do. */
const ReadingUnits = 8_000;

/** Google's day begins at midnight in California. */
const QuotaTimeZone = 'America/Los_Angeles';

/** What units are spent for. */
export type Purpose = 'reading' | 'acting';

/** The units of one project and day, shared by all functions. */
export interface QuotaLedger {
  /** Takes units if the day then stays within the limit. */
  take(day: Day, units: number, limit: number): Promise<boolean>;
  /** Counts the whole day as spent. */
  close(day: Day, units: number): Promise<void>;
}

export interface YouTubeQuota {
  /** @throws ProviderError `throttled` until midnight Pacific, before the request is sent. */
  spend(units: number, purpose: Purpose): Promise<void>;
  /** YouTube says that nothing is left, as others spent from the project too: gives the seconds until there is again. */
  isSpent(): Promise<number>;
}

/** Keeps count of the project's daily units before every call, over all functions and organizations (CM-06). */
export function youtubeQuota(ledger: QuotaLedger, clock: Clock): YouTubeQuota {
  return {
    spend: async (units, purpose) => {
      const now = clock.now();
      const limit = purpose === 'reading' ? ReadingUnits : DailyUnits;
      if (await ledger.take(dayIn(QuotaTimeZone, now), units, limit)) return;
      throw new ProviderError('throttled', 'The units that YouTube gives for today are spent.', {
        retryAfterSeconds: secondsToReset(now),
      });
    },
    isSpent: async () => {
      const now = clock.now();
      await ledger.close(dayIn(QuotaTimeZone, now), DailyUnits);
      return secondsToReset(now);
    },
  };
}

export function secondsToReset(now: Instant): number {
  const tomorrow = addDays(dayIn(QuotaTimeZone, now), 1);
  return Math.ceil(millisecondsBetween(now, instantIn(QuotaTimeZone, tomorrow, '00:00')) / 1_000);
}
