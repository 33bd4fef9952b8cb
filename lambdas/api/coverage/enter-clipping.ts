import { EnterClipping } from '../../../shared/contract/api/coverage.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import { enterClipping as enter } from '../../../shared/core/coverage/enter-clipping.ts';
import type { CoverageStore } from '../../../shared/core/coverage/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps {
  coverage: CoverageStore;
  campaigns: CampaignStore;
  newId: NewId;
}

export const enterClipping = (deps: Deps) =>
  route(EnterClipping, async ({ context, body, now }) => {
    const campaign = await deps.campaigns.find(context, body.campaignId);
    if (!campaign) throw notFound('The campaign');
    return enter(deps, context, { ...body, projectId: campaign.projectId }, now);
  });
