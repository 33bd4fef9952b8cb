import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { requireAccount } from './disconnect-account.ts';
import type { AccountStore, RequestSync } from './ports.ts';
import type { SocialAccount } from './social-account.ts';

/** Brings an active account's next pass forward to now. */
export async function syncNow(
  deps: { accounts: AccountStore; requestSync: RequestSync },
  context: TenantContext,
  accountId: string,
  now: Instant,
): Promise<SocialAccount> {
  const account = await requireAccount(deps.accounts, context, accountId);
  if (account.status !== 'active') {
    throw new AppError('conflict', 'account_not_active', 'Connect this account again before it can be read.');
  }
  await deps.accounts.note(context, accountId, { nextAt: now });
  await deps.requestSync(context, accountId);
  return { ...account, nextAt: now };
}
