import { GetCampaign } from '../../../shared/contract/api/campaigns.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { campaignView } from './campaign-view.ts';

export const getCampaign = ({ campaigns }: { campaigns: CampaignStore }) =>
  route(GetCampaign, async ({ context, params }) => {
    const campaign = await campaigns.find(context, params.campaignId);
    if (!campaign) throw notFound('The campaign');
    return campaignView(campaign);
  });
