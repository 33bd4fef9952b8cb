import { UpdateAccount } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { updateAccount as update } from '../../../shared/core/accounts/update-account.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateAccount = (deps: { accounts: AccountStore }) =>
  route(UpdateAccount, ({ context, params, body, ifMatch, now }) =>
    update(deps, context, { ...params, edit: body, ifMatch }, now),
  );
