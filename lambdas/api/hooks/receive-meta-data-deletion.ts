import { ReceiveMetaDataDeletion } from '../../../shared/contract/api/hooks.ts';
import {
  receiveDataDeletion,
  type WithdrawalDeps,
} from '../../../shared/core/accounts/receive-withdrawal.ts';
import { route } from '../../../shared/runtime/route.ts';

export interface SignedDeps {
  /** @throws unauthenticated when Meta did not sign it. */
  readSignedRequest: (rawBody: Buffer) => Promise<{ personId: string; signedRequest: string }>;
  publicUrl: string;
}

export const receiveMetaDataDeletion = (deps: WithdrawalDeps & SignedDeps) =>
  route(ReceiveMetaDataDeletion, async ({ rawBody, now }) => {
    const { personId, signedRequest } = await deps.readSignedRequest(rawBody);
    const person = { family: 'meta', personId } as const;
    const { confirmationCode } = await receiveDataDeletion(deps, person, signedRequest, now);
    const url = `${deps.publicUrl}/hooks/meta/data-deletion/${confirmationCode}`;
    return { url, confirmation_code: confirmationCode };
  });
