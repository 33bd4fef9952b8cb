import { watchOf } from '../coverage/feed-watch.ts';
import type { FeedRegistry } from '../coverage/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { ContactStore, PublicationStore } from '../publications/ports.ts';
import type { Campaign, CampaignMonitoring } from './campaign.ts';
import type { CampaignSend } from './campaign-send.ts';
import { monitoringPeriod } from './monitoring-period.ts';
import { type ChannelPlan, planChannels } from './plan-channels.ts';
import type { CampaignStore, PlannedTracker, TrackerStore } from './ports.ts';
import { type Tracker, trackerIdOf } from './tracker.ts';

export interface RefreshTrackerDeps {
  campaigns: Pick<CampaignStore, 'sends'>;
  contacts: Pick<ContactStore, 'findMany'>;
  publications: Pick<PublicationStore, 'findMany'>;
  trackers: Pick<TrackerStore, 'save' | 'channels' | 'retire'>;
  feeds: Pick<FeedRegistry, 'watch' | 'unwatch'>;
}

/**
 * PM-04, PM-05: brings the tracker of a campaign up to date with its monitoring, its sends and the publications of its
 * recipients. Running it again changes nothing; what was found stays found.
 */
export async function refreshTracker(
  deps: RefreshTrackerDeps,
  context: TenantContext,
  campaign: Campaign,
  now: Instant,
): Promise<Tracker | undefined> {
  const { monitoringConfig } = campaign;
  if (!monitoringConfig) return undefined;
  const sends = await deps.campaigns.sends(context, campaign.campaignId);
  const plan = await channelPlan(deps, context, campaign, monitoringConfig, sends);
  const planned = plannedTracker(campaign, monitoringConfig, sends, plan, now);
  await leaveChangedFeeds(deps, context, planned.trackerId, plan);
  const tracker = await deps.trackers.save(context, planned, plan.channels, now);
  await watchChannels(deps, context, tracker, plan, now);
  return tracker;
}

async function channelPlan(
  deps: RefreshTrackerDeps,
  context: TenantContext,
  campaign: Campaign,
  monitoringConfig: CampaignMonitoring,
  sends: readonly CampaignSend[],
): Promise<ChannelPlan> {
  const contacts = await deps.contacts.findMany(context, [
    ...new Set(sends.map(({ contactId }) => contactId)),
  ]);
  const publicationIds = [...new Set(contacts.flatMap((contact) => contact.publicationIds))];
  const publications = await deps.publications.findMany(context, publicationIds);
  return planChannels({
    trackerId: trackerIdOf(campaign.campaignId),
    monitoringConfig,
    sends,
    contacts: new Map(contacts.map((contact) => [contact.contactId, contact])),
    publications: new Map(publications.map((publication) => [publication.publicationId, publication])),
  });
}

function plannedTracker(
  campaign: Campaign,
  monitoringConfig: CampaignMonitoring,
  sends: readonly CampaignSend[],
  plan: ChannelPlan,
  now: Instant,
): PlannedTracker {
  const [firstSentAt = null] = sends
    .filter(({ status }) => status === 'sent')
    .map(({ sentAt }) => sentAt)
    .sort();
  const period = monitoringPeriod(
    campaign.monitoringSavedAt ?? now,
    firstSentAt,
    monitoringConfig.periodDays,
  );
  return {
    trackerId: trackerIdOf(campaign.campaignId),
    campaignId: campaign.campaignId,
    campaignName: campaign.name,
    projectId: campaign.projectId,
    status: period.endsAt <= now ? 'ended' : monitoringConfig.enabled ? 'active' : 'paused',
    ...period,
    keywords: monitoringConfig.keywords,
    keywordModes: monitoringConfig.keywordModes,
    minMatchScore: monitoringConfig.minMatchScore,
    skippedRecipients: plan.skippedRecipients,
  };
}

/** A channel whose search has changed watches another feed from now on: first it leaves the old one. */
async function leaveChangedFeeds(
  deps: RefreshTrackerDeps,
  context: TenantContext,
  trackerId: string,
  plan: ChannelPlan,
): Promise<void> {
  const { organizationId } = context;
  for (const { channelId, feedId } of await deps.trackers.channels(context, trackerId)) {
    const planned = plan.channels.find((channel) => channel.channelId === channelId);
    if (planned && planned.feedId !== feedId)
      await deps.feeds.unwatch({ channelId, feedId, trackerId, organizationId });
  }
}

/** Makes the crawls know what the tracker wants: every channel that works watches its feed, no other does. */
async function watchChannels(
  deps: RefreshTrackerDeps,
  context: TenantContext,
  tracker: Tracker,
  plan: ChannelPlan,
  now: Instant,
): Promise<void> {
  const { organizationId } = context;
  const { trackerId } = tracker;
  const plannedFeeds = new Map(plan.channels.map(({ channelId, feedId }) => [channelId, feedId]));
  const channels = await deps.trackers.channels(context, trackerId);
  for (const channel of channels.filter(({ channelId }) => plannedFeeds.has(channelId))) {
    const watch = watchOf(organizationId, tracker, channel);
    if (watch) await deps.feeds.watch(watch, now);
    else await deps.feeds.unwatch({ ...channel, organizationId, trackerId });
  }
  const withdrawn = channels.filter(({ channelId }) => !plannedFeeds.has(channelId));
  for (const channel of withdrawn) await deps.feeds.unwatch({ ...channel, organizationId, trackerId });
  if (withdrawn.length > 0) await deps.trackers.retire(context, trackerId, withdrawn);
}
