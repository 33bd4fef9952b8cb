import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  CreateSpamPattern,
  DeleteSpamPattern,
  ListSpamPatterns,
  type SpamPattern,
  type SpamPatternInput,
  UpdateSpamPattern,
} from './operations.ts';

const PageSize = 25;

export function useSpamPatterns(campaignId: string | undefined) {
  const api = useApi();
  return usePages([QueryKeys.spamPatterns, campaignId], (cursor, signal) =>
    api.call(ListSpamPatterns, { query: { campaignId, limit: PageSize, cursor }, signal }),
  );
}

export function useCreateSpamPattern() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: SpamPatternInput) => api.call(CreateSpamPattern, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.spamPatterns] }),
  });
}

export function useSpamPatternActions({ patternId, version }: Pick<SpamPattern, 'patternId' | 'version'>) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { patternId };
  const onSettled = () => queries.invalidateQueries({ queryKey: [QueryKeys.spamPatterns] });
  const setActive = useMutation({
    mutationFn: (isActive: boolean) =>
      api.call(UpdateSpamPattern, { params, body: { isActive }, ifMatch: version }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => api.call(DeleteSpamPattern, { params }), onSettled });
  return { setActive, remove };
}
