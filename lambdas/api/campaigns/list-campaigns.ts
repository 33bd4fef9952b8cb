import { ListCampaigns } from '../../../shared/contract/api/campaigns.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { campaignView } from './campaign-view.ts';

export const listCampaigns = ({ campaigns }: { campaigns: CampaignStore }) =>
  route(ListCampaigns, async ({ context, query }) => {
    const page = await campaigns.page(context, query);
    return { ...page, items: page.items.map(campaignView) };
  });
