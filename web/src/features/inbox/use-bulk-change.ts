import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { type BulkChange, UpdateInteractions } from './operations.ts';

export function useBulkChange() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { interactionIds: string[]; change: BulkChange }) =>
      api.call(UpdateInteractions, { body }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [QueryKeys.interaction] }),
        queries.invalidateQueries({ queryKey: [QueryKeys.interactions] }),
      ]),
  });
}
