import type { AnnouncedKey, AnnouncementReader } from '../content/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock } from '../kernel/time.ts';
import type { AccountStore, TokenVault } from './ports.ts';
import { isProviderError } from './provider-error.ts';
import type { Capture } from './receive-events.ts';
import type { Provider } from './social-account.ts';

interface Deps {
  accounts: Pick<AccountStore, 'find'>;
  vault: Pick<TokenVault, 'open'>;
  announcementReaders: Partial<Record<Provider, AnnouncementReader>>;
  capture: (captures: readonly Capture[]) => Promise<void>;
  clock: Clock;
}

/**
 * Reads what a webhook announced and hands it to intake; one that is gone by then never was (CM-07, CM-10).
 * @throws ProviderError when the platform could not be read now: the announcement is all there is, so it is kept.
 */
export async function takeInAnnounced(
  { accounts, vault, announcementReaders, capture, clock }: Deps,
  context: TenantContext,
  accountId: string,
  key: AnnouncedKey,
): Promise<'taken_in' | 'gone' | 'not_active'> {
  const account = await accounts.find(context, accountId);
  const read = account && announcementReaders[account.provider];
  if (account?.status !== 'active' || !read) return 'not_active';
  const token = await vault.open(context, accountId);
  try {
    const interaction = await read({ account, token, capturedAt: clock.now() }, key);
    await capture([{ kind: 'seen', organizationId: context.organizationId, interaction }]);
    return 'taken_in';
  } catch (error) {
    if (isProviderError(error, 'gone', 'invalid_request')) return 'gone';
    throw error;
  }
}
