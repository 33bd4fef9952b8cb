import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';

/** How long a saved campaign waits for its first send before the period counts from saving. */
const WaitForFirstSendDays = 14;

/** PM-04: the period counts from the first send, or from saving when there is none within 14 days of it. */
export function monitoringPeriod(savedAt: Instant, firstSentAt: Instant | null, periodDays: number) {
  const latestFirstSend = addMilliseconds(savedAt, WaitForFirstSendDays * MillisecondsPerDay);
  const startsAt = firstSentAt !== null && firstSentAt <= latestFirstSend ? firstSentAt : savedAt;
  return { startsAt, endsAt: addMilliseconds(startsAt, periodDays * MillisecondsPerDay) };
}
