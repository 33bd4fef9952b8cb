import { notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { AccountStore, PlatformAssetDirectory, Platforms, TokenVault } from './ports.ts';
import { isProviderError } from './provider-error.ts';
import type { SocialAccount } from './social-account.ts';

export interface DisconnectAccountDeps {
  platforms: Platforms;
  accounts: AccountStore;
  assets: PlatformAssetDirectory;
  vault: TokenVault;
}

/** Deletes the token and frees the asset for others; what was captured stays. A second call finishes what a first left. */
export async function disconnectAccount(
  deps: DisconnectAccountDeps,
  context: TenantContext,
  accountId: string,
): Promise<void> {
  const account = await requireAccount(deps.accounts, context, accountId);
  if (account.status !== 'disconnected') {
    await deps.accounts.update(context, accountId, {
      status: 'disconnected',
      statusReason: null,
      // Who connects the account again may be somebody else.
      automationConsentAt: null,
      automationConsentBy: null,
      nextAt: null,
    });
  }
  await unsubscribe(deps, context, account);
  await deps.vault.delete(context, accountId);
  const owner = { organizationId: context.organizationId, accountId };
  await deps.assets.release(account.provider, account.externalId, owner);
}

/** A platform that no longer lets us in has nothing left to unsubscribe. */
async function unsubscribe(
  deps: DisconnectAccountDeps,
  context: TenantContext,
  account: SocialAccount,
): Promise<void> {
  try {
    const token = await deps.vault.open(context, account.accountId);
    await deps.platforms[account.provider]?.connector.unsubscribe(account.externalId, token);
  } catch (error) {
    if (!isProviderError(error)) throw error;
  }
}

export async function requireAccount(
  accounts: AccountStore,
  context: TenantContext,
  accountId: string,
): Promise<SocialAccount> {
  const account = await accounts.find(context, accountId);
  if (!account) throw notFound('The account');
  return account;
}
