import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/organizations.ts';
import { operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

const ListMembers = operation<typeof contract.ListMembers>('GET', '/v1/members', false);

export function useMembers() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.members],
    queryFn: ({ signal }) => api.call(ListMembers, { signal }),
    select: (page) => page.items,
  });
}
