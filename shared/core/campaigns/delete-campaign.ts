import type { CoverageStore, FeedRegistry, SpamPatternStore } from '../coverage/ports.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { stopWatching } from './end-tracker.ts';
import type { CampaignStore, TrackerStore } from './ports.ts';
import { trackerIdOf } from './tracker.ts';

export interface DeleteCampaignDeps {
  campaigns: CampaignStore;
  trackers: TrackerStore;
  feeds: Pick<FeedRegistry, 'unwatch'>;
  coverage: Pick<CoverageStore, 'clippings' | 'deleteSuggestions'>;
  spamPatterns: Pick<SpamPatternStore, 'deleteOfCampaign'>;
}

/** Deletes a campaign with its sends, tracker and suggestions; one that has coverage is refused, as that would be lost. */
export async function deleteCampaign(
  deps: DeleteCampaignDeps,
  context: TenantContext,
  campaignId: string,
): Promise<void> {
  if (!(await deps.campaigns.find(context, campaignId))) throw notFound('The campaign');
  if (await hasCoverage(deps, context, campaignId)) {
    const message =
      'This campaign has coverage. Switch its monitoring off instead, or delete its clippings first.';
    throw new AppError('conflict', 'campaign_has_coverage', message);
  }
  const trackerId = trackerIdOf(campaignId);
  await stopWatching(deps, context, trackerId);
  await deps.trackers.delete(context, trackerId);
  await deps.campaigns.deleteSends(context, campaignId);
  await deps.coverage.deleteSuggestions(context, campaignId);
  await deps.spamPatterns.deleteOfCampaign(context, campaignId);
  await deps.campaigns.delete(context, campaignId);
}

async function hasCoverage(
  deps: DeleteCampaignDeps,
  context: TenantContext,
  campaignId: string,
): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await deps.coverage.clippings(context, { campaignId }, { limit: 1, cursor });
    if (page.items.length > 0) return true;
    cursor = page.cursor;
  } while (cursor);
  return false;
}
