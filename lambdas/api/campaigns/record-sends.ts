import { RecordSends } from '../../../shared/contract/api/campaigns.ts';
import { recordSends as record } from '../../../shared/core/campaigns/change-campaign.ts';
import type { SaveCampaignDeps } from '../../../shared/core/campaigns/save-campaign.ts';
import { route } from '../../../shared/runtime/route.ts';
import { savedCampaignView } from './campaign-view.ts';

export const recordSends = (deps: SaveCampaignDeps) =>
  route(RecordSends, async ({ context, params, body, now }) => {
    const { sends, ...saved } = await record(deps, context, params.campaignId, body.sends, now);
    return { items: sends, trackerProblem: savedCampaignView(saved).trackerProblem };
  });
