import { DisconnectAccount } from '../../../shared/contract/api/accounts.ts';
import {
  type DisconnectAccountDeps,
  disconnectAccount as disconnect,
} from '../../../shared/core/accounts/disconnect-account.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

export const disconnectAccount = (deps: DisconnectAccountDeps) =>
  route(DisconnectAccount, async ({ context, params }) => {
    await disconnect(deps, context, params.accountId);
    return reply(undefined, { status: 204 });
  });
