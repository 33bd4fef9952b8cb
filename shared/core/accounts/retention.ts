import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';
import type { Provider } from './social-account.ts';

/** For how many days a platform's terms let its data be kept without being read again; others set no limit. */
const KeptDays: Partial<Record<Provider, number>> = { youtube: 30 };

/** Read again so long before its end, what is still on the platform never ends here. */
const RefreshDays = 7;

/** When something that was read now has to be gone; undefined where nobody asks for that. */
export function keptUntil(provider: Provider, readAt: Instant): Instant | undefined {
  const days = KeptDays[provider];
  return days === undefined ? undefined : addMilliseconds(readAt, days * MillisecondsPerDay);
}

/** Whether what is stored should be written again, because it ends soon and was seen again now. */
export function needsRefresh(expiresAt: Instant | undefined, seenAt: Instant): boolean {
  return expiresAt !== undefined && expiresAt < addMilliseconds(seenAt, RefreshDays * MillisecondsPerDay);
}
