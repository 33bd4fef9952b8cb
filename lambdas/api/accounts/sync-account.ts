import { SyncAccount } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore, RequestSync } from '../../../shared/core/accounts/ports.ts';
import { syncNow } from '../../../shared/core/accounts/sync-now.ts';
import { route } from '../../../shared/runtime/route.ts';
import { accountView, type PictureDeps } from './account-view.ts';

export const syncAccount = (deps: PictureDeps & { accounts: AccountStore; requestSync: RequestSync }) =>
  route(SyncAccount, async ({ context, params, now }) =>
    accountView(deps, await syncNow(deps, context, params.accountId, now)),
  );
