import { ImportSends } from '../../../shared/contract/api/campaigns.ts';
import { type ImportSendsDeps, importSends as record } from '../../../shared/core/campaigns/import-sends.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { savedCampaignView } from './campaign-view.ts';

export const importSends = (deps: ImportSendsDeps) =>
  route(ImportSends, async ({ context, params, body, now }) => {
    if (!(await deps.campaigns.find(context, params.campaignId))) throw notFound('The campaign');
    const { recorded, errors, saved } = await record(deps, context, params.campaignId, body.csv, now);
    return { recorded, errors, trackerProblem: saved && savedCampaignView(saved).trackerProblem };
  });
