import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { requireAccount } from './disconnect-account.ts';
import type { AccountChanges, AccountStore } from './ports.ts';
import type { ChannelType, SocialAccount } from './social-account.ts';

interface Edit {
  channelType?: ChannelType | undefined;
  isAutomationEnabled?: boolean | undefined;
}

/** A member's edit. Automation answers only what is written after it was switched on; switching it on twice changes nothing. */
export async function updateAccount(
  deps: { accounts: AccountStore },
  context: TenantContext,
  input: { accountId: string; edit: Edit; ifMatch: number | undefined },
  now: Instant,
): Promise<SocialAccount> {
  const account = await requireAccount(deps.accounts, context, input.accountId);
  return deps.accounts.update(context, input.accountId, changesOf(account, input.edit, now), input.ifMatch);
}

function changesOf(account: SocialAccount, edit: Edit, now: Instant): AccountChanges {
  const { channelType, isAutomationEnabled } = edit;
  return {
    channelType,
    ...(isAutomationEnabled === true && { automationEnabledAt: account.automationEnabledAt ?? now }),
    ...(isAutomationEnabled === false && { automationEnabledAt: null }),
  };
}
