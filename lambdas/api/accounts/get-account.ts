import { GetAccount } from '../../../shared/contract/api/accounts.ts';
import { requireAccount } from '../../../shared/core/accounts/disconnect-account.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getAccount = ({ accounts }: { accounts: AccountStore }) =>
  route(GetAccount, ({ context, params }) => requireAccount(accounts, context, params.accountId));
