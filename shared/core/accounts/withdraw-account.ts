import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock } from '../kernel/time.ts';
import type { AccountErasure, DataDeletionStore, PersonDirectory, Withdrawal } from './authorizing-person.ts';
import type { AccountStore, AssetOwner, PlatformAssetDirectory, TokenVault } from './ports.ts';
import type { SocialAccount } from './social-account.ts';

export interface WithdrawDeps {
  accounts: Pick<AccountStore, 'find' | 'update'>;
  assets: Pick<PlatformAssetDirectory, 'release'>;
  persons: Pick<PersonDirectory, 'forget'>;
  vault: Pick<TokenVault, 'delete'>;
  deletions: Pick<DataDeletionStore, 'noteErased'>;
  erasure: AccountErasure;
  /** Another message goes on where the function's time ended. */
  requestWithdrawal: (owner: AssetOwner, withdrawal: Withdrawal) => Promise<void>;
  clock: Clock;
  remainingMilliseconds: () => number;
}

/** With less time left the rest is for another message. */
const LeastMilliseconds = 20_000;

const AppRemoved =
  'The person who connected this account removed Earshot in the settings of the platform. Connect it again.';

export type WithdrawalOutcome = 'withdrawn' | 'erased' | 'to_be_continued' | 'not_theirs';

/**
 * Takes the access to an account away, and erases the account with all that came with it where that was asked for.
 * An account that somebody else has connected since then is theirs and stays as it is (CM-03, CM-10).
 */
export async function withdrawAccount(
  deps: WithdrawDeps,
  context: TenantContext,
  accountId: string,
  withdrawal: Withdrawal,
): Promise<WithdrawalOutcome> {
  const { confirmationCode, ...person } = withdrawal;
  const owner = { organizationId: context.organizationId, accountId };
  const account = await deps.accounts.find(context, accountId);
  const isTheirs = account === undefined || account.authorizedBy === person.personId;
  if (account && isTheirs) await takeAccess(deps, context, account);
  if (confirmationCode === null) return isTheirs ? 'withdrawn' : 'not_theirs';
  if (isTheirs) {
    if (account) await deps.assets.release(account.provider, account.externalId, owner);
    if (!(await eraseAll(deps, context, accountId))) {
      await deps.requestWithdrawal(owner, withdrawal);
      return 'to_be_continued';
    }
  }
  await deps.persons.forget(person, owner);
  await deps.deletions.noteErased(confirmationCode, accountId, deps.clock.now());
  return isTheirs ? 'erased' : 'not_theirs';
}

/** A token that the platform has ended is of no use to anybody. */
async function takeAccess(deps: WithdrawDeps, context: TenantContext, account: SocialAccount): Promise<void> {
  if (account.status === 'active') {
    const changes = { status: 'needs_reconnect', statusReason: AppRemoved, nextAt: null } as const;
    await deps.accounts.update(context, account.accountId, changes);
  }
  await deps.vault.delete(context, account.accountId);
}

async function eraseAll(deps: WithdrawDeps, context: TenantContext, accountId: string): Promise<boolean> {
  while (deps.remainingMilliseconds() >= LeastMilliseconds) {
    if (await deps.erasure.eraseSome(context, accountId)) return true;
  }
  return false;
}
