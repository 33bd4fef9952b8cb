import { RevokeInvitation } from '../../../shared/contract/api/members.ts';
import type { InvitationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const revokeInvitation = ({ invitations }: { invitations: InvitationStore }) =>
  route(RevokeInvitation, async ({ context, params, now }) => {
    await invitations.revoke(context, params.invitationId, now);
    return undefined;
  });
