import { UpdateContent } from '../../../shared/contract/api/contents.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import { assignCampaign } from '../../../shared/core/content/assign-campaign.ts';
import type { ContentStore } from '../../../shared/core/content/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps {
  contents: Pick<ContentStore, 'assign'>;
  campaigns: Pick<CampaignStore, 'find'>;
}

export const updateContent = (deps: Deps) =>
  route(UpdateContent, ({ context, params, body }) =>
    assignCampaign(deps, context, params.contentId, body.campaignId),
  );
