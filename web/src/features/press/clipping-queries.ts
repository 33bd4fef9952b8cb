import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import {
  type Clipping,
  type ClippingInput,
  DeleteClipping,
  EnterClipping,
  UpdateClipping,
} from './operations.ts';

/** Enters a clipping, or corrects the one that is given, which stays with its campaign. */
export function useSaveClipping(clipping: Clipping | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: ({ campaignId, ...entry }: ClippingInput) =>
      clipping
        ? api.call(UpdateClipping, {
            params: { clippingId: clipping.clippingId },
            body: entry,
            ifMatch: clipping.version,
          })
        : api.call(EnterClipping, { body: { ...entry, campaignId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.clippings] }),
  });
}

export function useDeleteClipping() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (clippingId: string) => api.call(DeleteClipping, { params: { clippingId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.clippings] }),
  });
}
