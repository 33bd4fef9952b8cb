import * as z from 'zod';
import { type Instant, MillisecondsPerDay, millisecondsBetween } from '../kernel/time.ts';
import { isProviderError } from './provider-error.ts';
import type { SocialAccount } from './social-account.ts';

export const HealthCode = z.enum([
  'token_invalid',
  'token_expires',
  'access_ends',
  'asset_not_granted',
  'scope_missing',
  'webhook_missing',
  'no_comments',
  'no_replies',
  'consent_missing',
  'not_checked',
]);
export type HealthCode = z.infer<typeof HealthCode>;

/** One thing that is wrong with an account, and what a person does about it. */
export const HealthFinding = z.object({
  code: HealthCode,
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});
export type HealthFinding = z.infer<typeof HealthFinding>;

/** What the daily look at an account found; empty where all is well. */
export const AccountHealth = z.object({ checkedAt: z.string(), findings: z.array(HealthFinding) });
export type AccountHealth = z.infer<typeof AccountHealth>;

/** Asks the platform what its token may do. @throws ProviderError */
export type InspectAccount = (
  account: SocialAccount,
  token: string,
  now: Instant,
) => Promise<HealthFinding[]>;

/** People need some days until somebody who may do it connects an account again. */
const NoticeDays = 14;

/** Names everything that is wrong with an account, or soon will be; what cannot be checked is said too. */
export async function checkHealth(
  inspect: InspectAccount | undefined,
  account: SocialAccount,
  token: string,
  now: Instant,
): Promise<AccountHealth> {
  const own = ownFindings(account, now);
  try {
    return { checkedAt: now, findings: [...own, ...((await inspect?.(account, token, now)) ?? [])] };
  } catch (error) {
    if (!isProviderError(error)) throw error;
    const message = `What the access allows could not be checked: ${error.message}`;
    return { checkedAt: now, findings: [...own, { code: 'not_checked', severity: 'warning', message }] };
  }
}

function ownFindings(account: SocialAccount, now: Instant): HealthFinding[] {
  const { tokenExpiresAt, limitations = [] } = account;
  const findings: HealthFinding[] = [];
  if (tokenExpiresAt !== null) findings.push(...endsSoon('token_expires', 'The token', tokenExpiresAt, now));
  if (limitations.includes('no_comments')) {
    const message = `The owner of “${account.name}” did not allow reading its comments. Connect it again and allow it.`;
    findings.push({ code: 'no_comments', severity: 'warning', message });
  }
  if (limitations.includes('no_replies')) {
    const message = `The owner of “${account.name}” did not allow answering its comments. Connect it again and allow it.`;
    findings.push({ code: 'no_replies', severity: 'warning', message });
  }
  if (
    account.provider === 'youtube' &&
    account.automationEnabledAt !== null &&
    !account.automationConsentAt
  ) {
    const message = 'Automation is on, but nobody has agreed to it for this channel as YouTube asks.';
    findings.push({ code: 'consent_missing', severity: 'warning', message });
  }
  return findings;
}

/** Says when something ends, from two weeks before. */
export function endsSoon(
  code: 'token_expires' | 'access_ends',
  what: string,
  endsAt: Instant,
  now: Instant,
): HealthFinding[] {
  const days = Math.floor(millisecondsBetween(now, endsAt) / MillisecondsPerDay);
  if (days >= NoticeDays) return [];
  const message =
    days < 0
      ? `${what} has expired. Connect the account again.`
      : `${what} expires in ${days === 1 ? '1 day' : `${days} days`}. Connect the account again before then.`;
  return [{ code, severity: days < 0 ? 'error' : 'warning', message }];
}
