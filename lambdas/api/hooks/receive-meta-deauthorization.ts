import { ReceiveMetaDeauthorization } from '../../../shared/contract/api/hooks.ts';
import {
  receiveDeauthorization,
  type WithdrawalDeps,
} from '../../../shared/core/accounts/receive-withdrawal.ts';
import { route } from '../../../shared/runtime/route.ts';
import type { SignedDeps } from './receive-meta-data-deletion.ts';

export const receiveMetaDeauthorization = (deps: WithdrawalDeps & SignedDeps) =>
  route(ReceiveMetaDeauthorization, async ({ rawBody }) => {
    const { personId } = await deps.readSignedRequest(rawBody);
    await receiveDeauthorization(deps, { family: 'meta', personId });
    return 'OK';
  });
