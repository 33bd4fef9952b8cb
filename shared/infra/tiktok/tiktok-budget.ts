import { ProviderError } from '../../core/accounts/provider-error.ts';
import { addSeconds, type Clock, type Instant, millisecondsBetween } from '../../core/kernel/time.ts';

/** TikTok allows an account 40 calls a minute to each endpoint, and an app of the basic tier 600 in all. */
const CallsPerEndpoint = 40;
const CallsPerApp = 600;

/** Reading leaves the rest of a minute to replies and to what people do. */
const ReadsPerEndpoint = 30;
const ReadsPerApp = 500;

/** Calls in one minute, shared by all functions. */
export interface CallLedger {
  /** Counts a call if the minute then stays within the limit. */
  take(minute: Instant, counted: string, limit: number): Promise<boolean>;
}

export interface TiktokCall {
  path: string;
  /** The account that is spoken for; undefined where the app speaks for itself. */
  businessId: string | undefined;
  isReading: boolean;
}

export interface TiktokBudget {
  /** @throws ProviderError `throttled` until the next minute, before the call is made. */
  spend(call: TiktokCall): Promise<void>;
}

/**
 * Keeps within TikTok's limits over all functions and organizations (CM-06). It counts by the minute of the clock where
 * TikTok looks at the last sixty seconds: what still goes over is answered by TikTok with its own refusal.
 */
export function tiktokBudget(ledger: CallLedger, clock: Clock): TiktokBudget {
  return {
    spend: async ({ path, businessId, isReading }) => {
      const now = clock.now();
      const minute = `${now.slice(0, 'YYYY-MM-DDTHH:MM'.length)}:00.000Z`;
      const mine = isReading ? ReadsPerEndpoint : CallsPerEndpoint;
      const all = isReading ? ReadsPerApp : CallsPerApp;
      const isFree =
        (businessId === undefined || (await ledger.take(minute, `${businessId}#${path}`, mine))) &&
        (await ledger.take(minute, 'APP', all));
      if (isFree) return;
      const wait = millisecondsBetween(now, addSeconds(minute, 60));
      throw new ProviderError('throttled', 'The calls that TikTok allows in this minute are spent.', {
        retryAfterSeconds: Math.ceil(wait / 1_000),
      });
    },
  };
}
