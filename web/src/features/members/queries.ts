import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../shared/contract/api/members.ts';
import type { Role } from '../../lib/me.ts';
import type { Member } from '../../lib/members.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useServices } from '../../lib/services.ts';

const ChangeMember = operation<typeof contract.ChangeMember>('PATCH', '/v1/members/{memberId}', false);
const RemoveMember = operation<typeof contract.RemoveMember>('DELETE', '/v1/members/{memberId}', false);
const ListInvitations = operation<typeof contract.ListInvitations>('GET', '/v1/invitations', false);
const CreateInvitation = operation<typeof contract.CreateInvitation>('POST', '/v1/invitations', true);
const RevokeInvitation = operation<typeof contract.RevokeInvitation>(
  'DELETE',
  '/v1/invitations/{invitationId}',
  false,
);

export type Invitation = Answer<typeof contract.ListInvitations>['items'][number];
type InvitationInput = Arguments<typeof contract.CreateInvitation>['body'];

export const roles = ['viewer', 'agent', 'admin', 'owner'] as const satisfies readonly Role[];

/** `isOwn`: what the person may do changes with it. */
export function useMemberActions(
  { memberId, version }: Pick<Member, 'memberId' | 'version'>,
  isOwn: boolean,
) {
  const { api, session } = useServices();
  const queries = useQueryClient();
  const params = { memberId };
  const onSuccess = async () => {
    if (!isOwn) return;
    // The API remembers for a minute what an old token's bearer may do: a new token makes it look again.
    await session.token({ renew: true });
    await queries.invalidateQueries({ queryKey: [QueryKeys.me] });
  };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.members] });
  const change = useMutation({
    mutationFn: (role: Role) => api.call(ChangeMember, { params, body: { role }, ifMatch: version }),
    onSuccess,
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.call(RemoveMember, { params }), onSuccess, onSettled });
  return { change, remove };
}

export function useInvitations() {
  const { api } = useServices();
  return useQuery({
    queryKey: [QueryKeys.invitations],
    queryFn: ({ signal }) => api.call(ListInvitations, { signal }),
    select: (page) => page.items,
  });
}

/** Inviting an address again sends a new link, and ends the former one. */
export function useInvite({ errorShownInPlace }: { errorShownInPlace: boolean }) {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace },
    mutationFn: (body: InvitationInput) => api.call(CreateInvitation, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.invitations] }),
  });
}

export function useRevokeInvitation() {
  const { api } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (invitationId: string) => api.call(RevokeInvitation, { params: { invitationId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.invitations] }),
  });
}
