import { CreateInvitation } from '../../../shared/contract/api/members.ts';
import { type InviteDeps, inviteMember } from '../../../shared/core/organizations/invite-member.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createInvitation = (deps: InviteDeps) =>
  route(CreateInvitation, ({ context, body, now }) => inviteMember(deps, context, body, now));
