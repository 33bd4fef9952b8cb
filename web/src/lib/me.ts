import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/organizations.ts';
import { operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

export type Me = contract.Me;
export type Role = NonNullable<Me['role']>;

const GetMe = operation<typeof contract.GetMe>('GET', '/v1/me', false);
const rank: Record<Role, number> = { viewer: 0, agent: 1, admin: 2, owner: 3 };

export function useMe() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.me],
    queryFn: ({ signal }) => api.call(GetMe, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether the person's role reaches this far; the API decides in the end, the console only spares a refusal. */
export function useMay(required: Role): boolean {
  const role = useMe().data?.role;
  return role != null && rank[role] >= rank[required];
}
