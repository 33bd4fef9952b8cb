import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  type Campaign,
  CheckTracker,
  ConfirmSuggestion,
  type FutureSpam,
  GetTracker,
  ListCampaigns,
  ListClippings,
  ListSuggestions,
  MarkSuggestionAsSpam,
  type Suggestion,
} from './operations.ts';

const PageSize = 25;
const MostCampaigns = 100;

export function useSuggestions(filter: {
  campaignId?: string | undefined;
  status?: Suggestion['status'] | undefined;
  syndicationGroupId?: string | undefined;
}) {
  const api = useApi();
  return usePages([QueryKeys.suggestions, filter], (cursor, signal) =>
    api.call(ListSuggestions, { query: { ...filter, limit: PageSize, cursor }, signal }),
  );
}

/** `onDecided` is called even when the buttons have gone by then, as a decided suggestion has none. */
export function useSuggestionActions(
  { suggestionId }: Pick<Suggestion, 'suggestionId'>,
  onDecided: (suggestion: Suggestion) => void,
) {
  const api = useApi();
  const queries = useQueryClient();
  const params = { suggestionId };
  const options = {
    onSuccess: onDecided,
    onSettled: () =>
      Promise.all(
        [QueryKeys.suggestions, QueryKeys.clippings, QueryKeys.spamPatterns].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  };
  const confirm = useMutation({ mutationFn: () => api.call(ConfirmSuggestion, { params }), ...options });
  const markSpam = useMutation({
    mutationFn: (future: FutureSpam) => api.call(MarkSuggestionAsSpam, { params, query: future }),
    ...options,
  });
  return { confirm, markSpam };
}

export function useClippings(campaignId: string | undefined) {
  const api = useApi();
  return usePages([QueryKeys.clippings, campaignId], (cursor, signal) =>
    api.call(ListClippings, { query: { campaignId, limit: PageSize, cursor }, signal }),
  );
}

export function useCampaigns() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.campaigns],
    queryFn: ({ signal }) => api.call(ListCampaigns, { query: { limit: MostCampaigns }, signal }),
    select: (page) => page.items,
  });
}

export function useTracker(trackerId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.trackers, trackerId],
    queryFn: ({ signal }) => api.call(GetTracker, { params: { trackerId }, signal }),
  });
}

export function useCheckTracker({ trackerId }: Pick<Campaign, 'trackerId'>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.call(CheckTracker, { params: { trackerId: trackerId ?? '' } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.trackers] }),
  });
}
