import { CreateSpamPattern } from '../../../shared/contract/api/spam-patterns.ts';
import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import {
  createSpamPattern as create,
  type SpamPatternDeps,
} from '../../../shared/core/coverage/change-spam-patterns.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createSpamPattern = (deps: SpamPatternDeps & { campaigns: CampaignStore }) =>
  route(CreateSpamPattern, async ({ context, body, now }) => {
    const isKnown = body.campaignId === null || (await deps.campaigns.find(context, body.campaignId));
    if (!isKnown) throw notFound('The campaign');
    return create(deps, context, body, now);
  });
