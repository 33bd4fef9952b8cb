import * as z from 'zod';
import { Roles } from '../../core/kernel/tenant-context.ts';
import { Invitation } from '../../core/organizations/invitation.ts';
import { FormerMember, Member } from '../../core/organizations/member.ts';
import { endpoint } from '../endpoint.ts';

const owners = { role: 'owner', scope: null } as const;
const MemberParams = z.object({ memberId: z.string() });

export const ListMembers = endpoint({
  id: 'listMembers',
  method: 'GET',
  path: '/v1/members',
  resource: 'members',
  access: { role: 'viewer', scope: 'organization:read' },
  summary: 'The people of your organization, and who was removed from it',
  status: 200,
  response: z.object({ items: z.array(Member), former: z.array(FormerMember) }),
});

export const ChangeMember = endpoint({
  id: 'changeMember',
  method: 'PATCH',
  path: '/v1/members/{memberId}',
  resource: 'members',
  access: owners,
  summary: 'Give a member another role',
  description:
    'It counts within a minute. The last owner keeps the role: `last_owner`. The version for If-Match is that of the member in the list.',
  params: MemberParams,
  body: z.strictObject({ role: z.enum(Roles) }),
  status: 200,
  response: Member,
});

export const RemoveMember = endpoint({
  id: 'removeMember',
  method: 'DELETE',
  path: '/v1/members/{memberId}',
  resource: 'members',
  access: owners,
  summary: 'End a membership',
  description:
    'Access ends within a minute, an open event stream within ten. What the person did stays, with the name; API tokens that they made keep working. The last owner cannot be removed: `last_owner`.',
  params: MemberParams,
  status: 204,
});

export const ListInvitations = endpoint({
  id: 'listInvitations',
  method: 'GET',
  path: '/v1/invitations',
  resource: 'members',
  access: owners,
  summary: 'Invitations that were neither accepted nor revoked, the latest first',
  status: 200,
  response: z.object({ items: z.array(Invitation) }),
});

export const CreateInvitation = endpoint({
  id: 'createInvitation',
  method: 'POST',
  path: '/v1/invitations',
  resource: 'members',
  access: owners,
  summary: 'Invite somebody by mail',
  description:
    'The mail holds a link that is good once and for seven days. Inviting an address again sends a new link and ends the former one. At most 50 invitations may be open.',
  body: z.strictObject({ email: z.email().max(254), role: z.enum(Roles) }),
  status: 201,
  response: Invitation,
  idempotent: true,
});

export const RevokeInvitation = endpoint({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/v1/invitations/{invitationId}',
  resource: 'members',
  access: owners,
  summary: 'Revoke an invitation; its link stops working at once',
  params: z.object({ invitationId: z.string() }),
  status: 204,
});

export const AcceptInvitation = endpoint({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/v1/invitations/accept',
  resource: 'members',
  access: 'signed-in',
  summary: 'Join the organization that invited you',
  description:
    'For somebody without an organization who is signed in with the address that got the mail. The token is the last part of the link.',
  body: z.strictObject({ token: z.string().min(1).max(200) }),
  status: 200,
  response: Member,
});

export const membersEndpoints = [
  ListMembers,
  ChangeMember,
  RemoveMember,
  ListInvitations,
  CreateInvitation,
  RevokeInvitation,
  AcceptInvitation,
];
