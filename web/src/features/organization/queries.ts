import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../../shared/contract/api/organizations.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';

const GetOrganization = operation<typeof contract.GetOrganization>('GET', '/v1/organization', false);
const UpdateOrganization = operation<typeof contract.UpdateOrganization>('PATCH', '/v1/organization', false);

const GetModelUsage = operation<typeof contract.GetModelUsage>('GET', '/v1/organization/usage', false);

export type ModelUsage = Answer<typeof contract.GetModelUsage>;
export type Organization = Answer<typeof contract.GetOrganization>;
export type OrganizationChanges = Arguments<typeof contract.UpdateOrganization>['body'];

export function useOrganization() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.organization],
    queryFn: ({ signal }) => api.call(GetOrganization, { signal }),
  });
}

/** `onSaved` is called even when the form has gone by then, as each version has a form of its own. */
export function useUpdateOrganization(version: number, onSaved: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OrganizationChanges) => api.call(UpdateOrganization, { body, ifMatch: version }),
    onSuccess: (organization) => {
      onSaved();
      queries.setQueryData([QueryKeys.organization], organization);
      void queries.invalidateQueries({ queryKey: [QueryKeys.organization, 'usage'] });
      void queries.invalidateQueries({ queryKey: [QueryKeys.me] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: [QueryKeys.organization] }),
  });
}

/** What the language model did and cost in the current month. */
export function useModelUsage() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.organization, 'usage'],
    queryFn: ({ signal }) => api.call(GetModelUsage, { signal }),
  });
}
