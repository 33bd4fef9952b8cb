import { ListInvitations } from '../../../shared/contract/api/members.ts';
import { isUnsettled } from '../../../shared/core/organizations/invitation.ts';
import type { InvitationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listInvitations = ({ invitations }: { invitations: InvitationStore }) =>
  route(ListInvitations, async ({ context }) => {
    const unsettled = (await invitations.list(context)).filter(isUnsettled);
    return { items: unsettled.toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1)) };
  });
