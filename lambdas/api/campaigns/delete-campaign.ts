import { DeleteCampaign } from '../../../shared/contract/api/campaigns.ts';
import {
  type DeleteCampaignDeps,
  deleteCampaign as remove,
} from '../../../shared/core/campaigns/delete-campaign.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteCampaign = (deps: DeleteCampaignDeps) =>
  route(DeleteCampaign, async ({ context, params }) => {
    await remove(deps, context, params.campaignId);
    return undefined;
  });
