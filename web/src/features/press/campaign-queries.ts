import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import {
  type Campaign,
  type CampaignInput,
  CreateCampaign,
  GetCampaign,
  GetCoverageReport,
  ImportSends,
  ReactivateChannel,
  UpdateCampaign,
} from './operations.ts';

export function useCampaign(campaignId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.campaigns, campaignId],
    queryFn: ({ signal }) => api.call(GetCampaign, { params: { campaignId }, signal }),
  });
}

type Monitoring = NonNullable<CampaignInput['monitoringConfig']>;

/** Makes a campaign, or changes the one that is given; its tracker follows. */
export function useSaveCampaign(campaign: Campaign | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (input: { name: string; monitoringConfig: Monitoring }) =>
      campaign
        ? api.call(UpdateCampaign, { params: { campaignId: campaign.campaignId }, body: input })
        : api.call(CreateCampaign, { body: input }),
    onSuccess: () =>
      Promise.all(
        [QueryKeys.campaigns, QueryKeys.trackers].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

/** Kept with the clippings, as each new one changes it. */
export function useCoverageReport(campaignId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.clippings, 'report', campaignId],
    queryFn: ({ signal }) => api.call(GetCoverageReport, { params: { campaignId }, signal }),
  });
}

export function useImportSends(campaignId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (csv: string) => api.call(ImportSends, { params: { campaignId }, body: { csv } }),
    onSuccess: () =>
      Promise.all(
        [QueryKeys.campaigns, QueryKeys.trackers, QueryKeys.clippings].map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

export function useReactivateChannel(trackerId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (channelId: string) => api.call(ReactivateChannel, { params: { trackerId, channelId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.trackers] }),
  });
}
