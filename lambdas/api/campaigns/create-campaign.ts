import { CreateCampaign } from '../../../shared/contract/api/campaigns.ts';
import { createCampaign as create } from '../../../shared/core/campaigns/change-campaign.ts';
import type { SaveCampaignDeps } from '../../../shared/core/campaigns/save-campaign.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { route } from '../../../shared/runtime/route.ts';
import { savedCampaignView } from './campaign-view.ts';

export const createCampaign = (deps: SaveCampaignDeps & { newId: NewId }) =>
  route(CreateCampaign, async ({ context, body, now }) =>
    savedCampaignView(await create(deps, context, body, now)),
  );
