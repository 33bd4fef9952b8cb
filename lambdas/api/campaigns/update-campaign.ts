import { UpdateCampaign } from '../../../shared/contract/api/campaigns.ts';
import { updateCampaign as update } from '../../../shared/core/campaigns/change-campaign.ts';
import type { SaveCampaignDeps } from '../../../shared/core/campaigns/save-campaign.ts';
import { route } from '../../../shared/runtime/route.ts';
import { savedCampaignView } from './campaign-view.ts';

export const updateCampaign = (deps: SaveCampaignDeps) =>
  route(UpdateCampaign, async ({ context, params, body, now, ifMatch }) =>
    savedCampaignView(await update(deps, context, params.campaignId, body, { now, ifMatch })),
  );
