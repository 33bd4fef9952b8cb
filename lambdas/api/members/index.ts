import type { AcceptDeps } from '../../../shared/core/organizations/accept-invitation.ts';
import type { InviteDeps } from '../../../shared/core/organizations/invite-member.ts';
import type { InvitationStore, OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { randomSecret } from '../../../shared/runtime/live/clock.ts';
import { invitationLinks, invitations } from '../../../shared/runtime/live/invitations.ts';
import { mailSender } from '../../../shared/runtime/live/mail-sender.ts';
import { memberships, organizations } from '../../../shared/runtime/live/organizations.ts';
import { suppressions } from '../../../shared/runtime/live/suppressions.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeMember } from './change-member.ts';
import { createInvitation } from './create-invitation.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { removeMember } from './remove-member.ts';
import { revokeInvitation } from './revoke-invitation.ts';

export interface MembersDeps extends InviteDeps, AcceptDeps {
  organizations: OrganizationStore;
  invitations: InvitationStore;
}

export const createMembersHandler = (deps: MembersDeps, options?: Parameters<typeof resource>[1]) =>
  resource(
    [
      listMembers(deps),
      changeMember(deps),
      removeMember(deps),
      listInvitations(deps),
      createInvitation(deps),
      revokeInvitation(deps),
      acceptInvitation(deps),
    ],
    options,
  );

export const handler = createMembersHandler({
  organizations,
  memberships,
  invitations,
  invitationLinks,
  suppressions,
  mailSender,
  randomSecret,
  publicUrl: requireEnvironment('PUBLIC_URL'),
});
