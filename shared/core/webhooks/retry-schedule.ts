import { sha256 } from '../kernel/digest.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay, MillisecondsPerSecond } from '../kernel/time.ts';

const Minute = 60;
const Hour = 60 * Minute;

/** The waits after each failed attempt, in seconds: ten attempts over more than three days. */
export const RetryWaits = [
  5,
  5 * Minute,
  30 * Minute,
  2 * Hour,
  5 * Hour,
  10 * Hour,
  14 * Hour,
  20 * Hour,
  24 * Hour,
] as const;

/** No receiver may put us off for longer than this. */
const LongestWaitMilliseconds = MillisecondsPerDay;
/** Waits are up to this share longer, so that what failed together does not come back together. */
const Jitter = 0.2;

/**
 * When a delivery is tried again after its n-th failed attempt, or null when that was the last one (AR-19).
 * A receiver that asks for more time gets it.
 */
export function nextAttemptAt(
  deliveryId: string,
  tries: number,
  now: Instant,
  retryAfterSeconds: number | null,
): Instant | null {
  const seconds = RetryWaits[tries - 1];
  if (seconds === undefined) return null;
  const wait = seconds * MillisecondsPerSecond * (1 + Jitter * shareOf(deliveryId, tries));
  const asked = Math.min((retryAfterSeconds ?? 0) * MillisecondsPerSecond, LongestWaitMilliseconds);
  return addMilliseconds(now, Math.round(Math.max(wait, asked)));
}

/** A number from 0 to 1 that is the same for the same attempt, whoever asks. */
function shareOf(deliveryId: string, tries: number): number {
  return Number.parseInt(sha256(`${deliveryId}#${tries}`).slice(0, 8), 16) / 0xffff_ffff;
}
