import type { Withdrawal } from '../../core/accounts/authorizing-person.ts';
import type { AssetOwner } from '../../core/accounts/ports.ts';
import { sendTo } from './queues.ts';

/** Hands the withdrawal of an account's access to the worker that may open and erase it. */
export const requestWithdrawal = (owner: AssetOwner, withdrawal: Withdrawal): Promise<void> =>
  sendTo('sync', [{ body: { ...owner, withdrawal } }]);
