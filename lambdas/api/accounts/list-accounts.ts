import { ListAccounts } from '../../../shared/contract/api/accounts.ts';
import type { AccountStore } from '../../../shared/core/accounts/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listAccounts = ({ accounts }: { accounts: AccountStore }) =>
  route(ListAccounts, ({ context, query }) => accounts.page(context, query));
