import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { AssetOwner } from './ports.ts';
import type { ProviderFamily } from './social-account.ts';

/** A person as one of our apps knows them: somebody who agreed in its dialog, and may take that back there. */
export interface PlatformPerson {
  family: ProviderFamily;
  personId: string;
}

/** Which accounts came with whose agreement: a platform that withdraws it names the person alone (CM-10). */
export interface PersonDirectory {
  note(person: PlatformPerson, owner: AssetOwner): Promise<void>;
  accountsOf(person: PlatformPerson): Promise<AssetOwner[]>;
  forget(person: PlatformPerson, owner: AssetOwner): Promise<void>;
}

/** A person's wish, told by the platform, that what came with their agreement be deleted. */
export interface DataDeletion {
  confirmationCode: string;
  requestedAt: Instant;
  accounts: readonly { accountId: string; erasedAt: Instant | null }[];
}

export interface DataDeletionStore {
  /** A repeated request keeps what has been erased already. */
  save(deletion: DataDeletion): Promise<void>;
  find(confirmationCode: string): Promise<DataDeletion | undefined>;
  noteErased(confirmationCode: string, accountId: string, now: Instant): Promise<void>;
}

/** Deletes what is stored of an account, some of it at a time. */
export interface AccountErasure {
  /** False while there is more to erase. */
  eraseSome(context: TenantContext, accountId: string): Promise<boolean>;
}

/** A person took the agreement back; with a code they also want deleted what came with it. */
export interface Withdrawal extends PlatformPerson {
  confirmationCode: string | null;
}
