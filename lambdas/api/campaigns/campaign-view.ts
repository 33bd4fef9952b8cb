import type { CampaignView } from '../../../shared/contract/api/campaigns.ts';
import type { Campaign } from '../../../shared/core/campaigns/campaign.ts';
import type { SavedCampaign } from '../../../shared/core/campaigns/save-campaign.ts';
import { trackerIdOf } from '../../../shared/core/campaigns/tracker.ts';
import { logger } from '../../../shared/runtime/logger.ts';

export function campaignView(campaign: Campaign): CampaignView {
  const isTracked = campaign.monitoringConfig !== null;
  return { ...campaign, trackerId: isTracked ? trackerIdOf(campaign.campaignId) : null };
}

/** The campaign is safe and says that its tracker did not follow; why is for the operators. */
export function savedCampaignView({ campaign, trackerFailure }: SavedCampaign): CampaignView {
  if (trackerFailure !== undefined) {
    logger.error('A tracker did not follow its campaign', {
      campaignId: campaign.campaignId,
      error: trackerFailure as Error,
    });
  }
  return campaignView(campaign);
}
