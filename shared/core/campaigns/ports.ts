import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignSend } from './campaign-send.ts';
import type { PlannedChannel } from './plan-channels.ts';
import type { Tracker, TrackerChannel } from './tracker.ts';

export type CampaignChanges = Partial<Omit<Campaign, 'campaignId' | 'createdAt' | 'version'>>;

export interface CampaignStore {
  create(context: TenantContext, campaign: Campaign): Promise<void>;
  find(context: TenantContext, campaignId: string): Promise<Campaign | undefined>;
  page(context: TenantContext, request: PageRequest): Promise<Page<Campaign>>;
  /** @throws not-found; precondition `version_mismatch` when `ifMatch` is not its version. */
  update(
    context: TenantContext,
    campaignId: string,
    changes: CampaignChanges,
    ifMatch?: number,
  ): Promise<Campaign>;
  /** Notes whether its tracker is up to date; no edit of the campaign, so its version stays. */
  noteTrackerProblem(context: TenantContext, campaignId: string, problem: string | null): Promise<void>;
  delete(context: TenantContext, campaignId: string): Promise<void>;
  /** One record per recipient: a later one replaces the earlier. */
  recordSends(context: TenantContext, sends: readonly CampaignSend[]): Promise<void>;
  sends(context: TenantContext, campaignId: string): Promise<CampaignSend[]>;
  /** Monitored campaigns that were sent to any of these contacts. */
  sentTo(context: TenantContext, contactIds: readonly string[]): AsyncIterable<Campaign>;
  deleteSends(context: TenantContext, campaignId: string): Promise<void>;
}

/** What follows from its campaign; status, totals and what its channels found are the tracker's own. */
export type PlannedTracker = Omit<Tracker, 'totals' | 'createdAt' | 'version'>;

export interface TrackerStore {
  tracker(context: TenantContext, trackerId: string): Promise<Tracker | undefined>;
  channels(context: TenantContext, trackerId: string): Promise<TrackerChannel[]>;
  /** A tracker with those of the named channels that it has, in one read. */
  withChannels(
    context: TenantContext,
    trackerId: string,
    channelIds: readonly string[],
  ): Promise<{ tracker: Tracker; channels: TrackerChannel[] } | undefined>;
  page(context: TenantContext, request: PageRequest): Promise<Page<Tracker>>;
  /** Creates or updates a tracker and its channels; what they found so far stays. */
  save(
    context: TenantContext,
    planned: PlannedTracker,
    channels: readonly PlannedChannel[],
    now: string,
  ): Promise<Tracker>;
  /** Takes away channels that are planned no more; those that found something stay and rest. */
  retire(context: TenantContext, trackerId: string, channels: readonly TrackerChannel[]): Promise<void>;
  setChannelActive(
    context: TenantContext,
    trackerId: string,
    channelId: string,
    isActive: boolean,
  ): Promise<TrackerChannel>;
  end(context: TenantContext, trackerId: string): Promise<void>;
  delete(context: TenantContext, trackerId: string): Promise<void>;
}
