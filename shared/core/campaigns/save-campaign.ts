import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignStore } from './ports.ts';
import { type RefreshTrackerDeps, refreshTracker } from './refresh-tracker.ts';

export interface SaveCampaignDeps extends RefreshTrackerDeps {
  campaigns: CampaignStore;
}

/** A saved campaign, with what kept its tracker from following. */
export interface SavedCampaign {
  campaign: Campaign;
  trackerFailure?: unknown;
}

const TrackerProblem =
  'Its monitoring could not be brought up to date. Save the campaign again in a few minutes.';

/** PM-04: after a campaign is stored its tracker follows; if that fails, the campaign is safe and says so. */
export async function followWithTracker(
  deps: SaveCampaignDeps,
  context: TenantContext,
  campaign: Campaign,
  now: Instant,
): Promise<SavedCampaign> {
  try {
    await refreshTracker(deps, context, campaign, now);
  } catch (trackerFailure) {
    await deps.campaigns.noteTrackerProblem(context, campaign.campaignId, TrackerProblem);
    return { campaign: { ...campaign, trackerProblem: TrackerProblem }, trackerFailure };
  }
  if (campaign.trackerProblem === null) return { campaign };
  await deps.campaigns.noteTrackerProblem(context, campaign.campaignId, null);
  return { campaign: { ...campaign, trackerProblem: null } };
}
