import { useQuery } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/reply-texts.ts';
import { type Answer, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';

export type Template = Answer<typeof contract.ListTemplates>['items'][number];

const ListTemplates = operation<typeof contract.ListTemplates>('GET', '/v1/templates', false);

/** Reply templates: the inbox offers them, automation edits them. */
export function useTemplates() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.templates],
    queryFn: ({ signal }) => api.call(ListTemplates, { signal }),
    select: (page) => page.items,
  });
}
