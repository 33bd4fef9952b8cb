import { SyncAccount } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore, RequestSync } from '../../../shared/core/accounts/ports.ts';
import { syncNow } from '../../../shared/core/accounts/sync-now.ts';
import { route } from '../../../shared/runtime/route.ts';

export const syncAccount = (deps: { accounts: AccountStore; requestSync: RequestSync }) =>
  route(SyncAccount, ({ context, params, now }) => syncNow(deps, context, params.accountId, now));
