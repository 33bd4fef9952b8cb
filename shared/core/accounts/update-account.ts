import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { requireAccount } from './disconnect-account.ts';
import type { AccountChanges, AccountStore } from './ports.ts';
import type { ChannelType, SocialAccount } from './social-account.ts';
import { memberOf } from './start-connection.ts';

interface Edit {
  channelType?: ChannelType | undefined;
  isAutomationEnabled?: boolean | undefined;
  hasAutomationConsent?: boolean | undefined;
}

/**
 * A member's edit. Automation answers only what is written after it was switched on; switching it on twice changes nothing.
 * The consent to automation is a person's own, and keeps the time at which it was first given (CM-09).
 */
export async function updateAccount(
  deps: { accounts: AccountStore },
  context: TenantContext,
  input: { accountId: string; edit: Edit; ifMatch: number | undefined },
  now: Instant,
): Promise<SocialAccount> {
  const account = await requireAccount(deps.accounts, context, input.accountId);
  const changes = { ...changesOf(account, input.edit, now), ...consentOf(account, input.edit, context, now) };
  return deps.accounts.update(context, input.accountId, changes, input.ifMatch);
}

function changesOf(account: SocialAccount, edit: Edit, now: Instant): AccountChanges {
  const { channelType, isAutomationEnabled } = edit;
  return {
    channelType,
    ...(isAutomationEnabled === true && { automationEnabledAt: account.automationEnabledAt ?? now }),
    ...(isAutomationEnabled === false && { automationEnabledAt: null }),
  };
}

function consentOf(
  account: SocialAccount,
  { hasAutomationConsent }: Edit,
  context: TenantContext,
  now: Instant,
): AccountChanges {
  if (hasAutomationConsent === undefined) return {};
  const automationConsentBy = memberOf(context);
  if (!hasAutomationConsent) return { automationConsentAt: null, automationConsentBy: null };
  return account.automationConsentAt ? {} : { automationConsentAt: now, automationConsentBy };
}
