import {
  ChangeMember,
  CreateInvitation,
  ListInvitations,
  ListMembers,
  RemoveMember,
  RevokeInvitation,
} from '../../../shared/contract/api/members.ts';
import type { ResponseOf } from '../../../shared/contract/endpoint.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

type Member = ResponseOf<typeof ChangeMember>;
type Invitation = ResponseOf<typeof CreateInvitation>;

const InvitationDays = 7;

/** Mara's team with one open invitation. */
export function fakeMembers(): FakeRoute[] {
  const members: Member[] = [
    member('user-mara', 'Mara Lindqvist', 'mara@beanbar.example', 'owner'),
    member('user-jonas', 'Jonas Weber', 'jonas@beanbar.example', 'agent'),
    member('user-ines', 'Inês Carvalho', 'ines@beanbar.example', 'admin'),
  ];
  const invitations = [invitation('tomas@beanbar.example', 'viewer')];
  const find = (memberId: string): Member => {
    const found = members.find((one) => one.memberId === memberId);
    if (!found) throw new FakeProblem(404, 'not_found', 'The member was not found.');
    if (memberId === 'user-mara') throw new FakeProblem(409, 'last_owner', 'You are the last owner.');
    return found;
  };
  return [
    fake(ListMembers, () => ({ items: members, former: [] })),
    fake(ChangeMember, ({ params, body }) => Object.assign(find(params.memberId), body)),
    fake(RemoveMember, ({ params }) => {
      members.splice(members.indexOf(find(params.memberId)), 1);
      return undefined;
    }),
    fake(ListInvitations, () => ({ items: invitations })),
    fake(CreateInvitation, ({ body }) => {
      const made = invitation(body.email, body.role);
      const former = invitations.findIndex(({ email }) => email === body.email);
      invitations.splice(Math.max(former, 0), former < 0 ? 0 : 1, made);
      return made;
    }),
    fake(RevokeInvitation, ({ params }) => {
      const index = invitations.findIndex(({ invitationId }) => invitationId === params.invitationId);
      invitations.splice(index, 1);
      return undefined;
    }),
  ];
}

function member(memberId: string, name: string, email: string, role: Member['role']): Member {
  return { memberId, name, email, role, joinedAt: '2026-11-01T08:00:00.000Z', version: 1 };
}

function invitation(email: string, role: Invitation['role']): Invitation {
  const made = Date.now();
  return {
    invitationId: `inv_${email}`,
    email,
    role,
    invitedBy: 'user-mara',
    createdAt: new Date(made).toISOString(),
    expiresAt: new Date(made + InvitationDays * 86_400_000).toISOString(),
    acceptedAt: null,
    acceptedBy: null,
    revokedAt: null,
  };
}
