import type { CheckTrackerDeps } from '../../../shared/core/campaigns/check-tracker.ts';
import type { DeleteCampaignDeps } from '../../../shared/core/campaigns/delete-campaign.ts';
import type { ImportSendsDeps } from '../../../shared/core/campaigns/import-sends.ts';
import type { TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import type { SaveCampaignDeps } from '../../../shared/core/campaigns/save-campaign.ts';
import type { FeedRegistry } from '../../../shared/core/coverage/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { contacts } from '../../../shared/runtime/live/contacts.ts';
import { coverage } from '../../../shared/runtime/live/coverage.ts';
import { feeds } from '../../../shared/runtime/live/feeds.ts';
import { jobs } from '../../../shared/runtime/live/jobs.ts';
import { publications } from '../../../shared/runtime/live/publications.ts';
import { sendFeedBatches } from '../../../shared/runtime/live/send-feed-batches.ts';
import { spamPatterns } from '../../../shared/runtime/live/spam-patterns.ts';
import { trackers } from '../../../shared/runtime/live/trackers.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { checkTracker } from './check-tracker.ts';
import { createCampaign } from './create-campaign.ts';
import { deleteCampaign } from './delete-campaign.ts';
import { getCampaign } from './get-campaign.ts';
import { getTracker } from './get-tracker.ts';
import { importSends } from './import-sends.ts';
import { listCampaigns } from './list-campaigns.ts';
import { listSends } from './list-sends.ts';
import { listTrackers } from './list-trackers.ts';
import { reactivateChannel } from './reactivate-channel.ts';
import { recordSends } from './record-sends.ts';
import { updateCampaign } from './update-campaign.ts';

interface Deps extends ImportSendsDeps, DeleteCampaignDeps, CheckTrackerDeps {
  campaigns: SaveCampaignDeps['campaigns'];
  trackers: TrackerStore;
  feeds: FeedRegistry;
  newId: NewId;
}

export const createCampaignsHandler = (deps: Deps) =>
  resource([
    listCampaigns(deps),
    createCampaign(deps),
    getCampaign(deps),
    updateCampaign(deps),
    deleteCampaign(deps),
    listSends(deps),
    recordSends(deps),
    importSends(deps),
    listTrackers(deps),
    getTracker(deps),
    checkTracker(deps),
    reactivateChannel(deps),
  ]);

export const handler = createCampaignsHandler({
  campaigns,
  contacts,
  publications,
  trackers,
  feeds,
  coverage,
  spamPatterns,
  send: sendFeedBatches,
  jobs,
  newId,
});
