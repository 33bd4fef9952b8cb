import { ListSends } from '../../../shared/contract/api/campaigns.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listSends = ({ campaigns }: { campaigns: CampaignStore }) =>
  route(ListSends, async ({ context, params }) => {
    if (!(await campaigns.find(context, params.campaignId))) throw notFound('The campaign');
    return { items: await campaigns.sends(context, params.campaignId) };
  });
