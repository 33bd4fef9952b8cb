import { ListAccounts } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { accountView, type PictureDeps } from './account-view.ts';

export const listAccounts = (deps: PictureDeps & { accounts: AccountStore }) =>
  route(ListAccounts, async ({ context, query }) => {
    const { items, cursor } = await deps.accounts.page(context, query);
    return { items: items.map((account) => accountView(deps, account)), cursor };
  });
