import { sha256 } from '../kernel/digest.ts';
import type { Instant } from '../kernel/time.ts';
import type {
  DataDeletion,
  DataDeletionStore,
  PersonDirectory,
  PlatformPerson,
  Withdrawal,
} from './authorizing-person.ts';
import type { AssetOwner } from './ports.ts';

const ConfirmationCodeLength = 24;

export interface WithdrawalDeps {
  persons: Pick<PersonDirectory, 'accountsOf'>;
  deletions: Pick<DataDeletionStore, 'save' | 'find'>;
  /** Asks for the work on one account, which needs more rights than webhooks have. */
  requestWithdrawal: (owner: AssetOwner, withdrawal: Withdrawal) => Promise<void>;
}

/** A person removed the app: every account that came with their agreement loses its access (CM-10). */
export async function receiveDeauthorization(
  { persons, requestWithdrawal }: Pick<WithdrawalDeps, 'persons' | 'requestWithdrawal'>,
  person: PlatformPerson,
): Promise<void> {
  const owners = await persons.accountsOf(person);
  await Promise.all(owners.map((owner) => requestWithdrawal(owner, { ...person, confirmationCode: null })));
}

/**
 * A person wants deleted what came with their agreement (CM-10). The code follows from the signed request, so that
 * a platform which repeats the request gets the same answer.
 */
export async function receiveDataDeletion(
  { persons, deletions, requestWithdrawal }: WithdrawalDeps,
  person: PlatformPerson,
  signedRequest: string,
  now: Instant,
): Promise<DataDeletion> {
  const confirmationCode = sha256(signedRequest).slice(0, ConfirmationCodeLength);
  const known = await deletions.find(confirmationCode);
  if (known) return known;
  const owners = await persons.accountsOf(person);
  const accounts = owners.map(({ accountId }) => ({ accountId, erasedAt: null }));
  const deletion: DataDeletion = { confirmationCode, requestedAt: now, accounts };
  // Asked for first: a request that is known has certainly been asked for.
  await Promise.all(owners.map((owner) => requestWithdrawal(owner, { ...person, confirmationCode })));
  await deletions.save(deletion);
  return deletion;
}
