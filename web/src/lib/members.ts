import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/members.ts';
import { type Answer, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

const ListMembers = operation<typeof contract.ListMembers>('GET', '/v1/members', false);

type Members = Answer<typeof contract.ListMembers>;
export type Member = Members['items'][number];

function useMembersAs<T>(select: (members: Members) => T) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.members],
    queryFn: ({ signal }) => api.call(ListMembers, { signal }),
    select,
  });
}

const present = ({ items }: Members): Member[] => items;
export const useMembers = () => useMembersAs(present);

/** Names by member, also of those who were removed: what they did stays theirs. */
const names = ({ items, former }: Members): ReadonlyMap<string, string> =>
  new Map([
    ...former.map(({ memberId, name }) => [memberId, name] as const),
    ...items.map(({ memberId, name, email }) => [memberId, name || email] as const),
  ]);
export const useMemberNames = () => useMembersAs(names);
