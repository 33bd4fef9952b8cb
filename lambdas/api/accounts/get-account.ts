import { GetAccount } from '../../../shared/contract/api/accounts.ts';
import { requireAccount } from '../../../shared/core/accounts/disconnect-account.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { accountView, type PictureDeps } from './account-view.ts';

export const getAccount = (deps: PictureDeps & { accounts: AccountStore }) =>
  route(GetAccount, async ({ context, params }) =>
    accountView(deps, await requireAccount(deps.accounts, context, params.accountId)),
  );
