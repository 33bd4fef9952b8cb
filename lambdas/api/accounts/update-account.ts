import { UpdateAccount } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { updateAccount as update } from '../../../shared/core/accounts/update-account.ts';
import { route } from '../../../shared/runtime/route.ts';
import { accountView, type PictureDeps } from './account-view.ts';

export const updateAccount = (deps: PictureDeps & { accounts: AccountStore }) =>
  route(UpdateAccount, async ({ context, params, body, ifMatch, now }) =>
    accountView(deps, await update(deps, context, { ...params, edit: body, ifMatch }, now)),
  );
