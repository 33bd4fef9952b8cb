import { normaliseText } from '../coverage/normalise-text.ts';
import { notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Campaign, CampaignMonitoring } from './campaign.ts';
import type { CampaignSend } from './campaign-send.ts';
import type { CampaignChanges } from './ports.ts';
import { followWithTracker, type SaveCampaignDeps, type SavedCampaign } from './save-campaign.ts';

export interface NewCampaign {
  name: string;
  projectId: string | null;
  monitoringConfig: CampaignMonitoring | null;
}

export async function createCampaign(
  deps: SaveCampaignDeps & { newId: NewId },
  context: TenantContext,
  { name, projectId, monitoringConfig }: NewCampaign,
  now: Instant,
): Promise<SavedCampaign> {
  const campaign: Campaign = {
    campaignId: deps.newId('cmp'),
    name,
    projectId,
    monitoringConfig: monitoringConfig && withDistinctKeywords(monitoringConfig),
    monitoringSavedAt: monitoringConfig ? now : null,
    trackerProblem: null,
    createdAt: now,
    version: 1,
  };
  await deps.campaigns.create(context, campaign);
  return followWithTracker(deps, context, campaign, now);
}

export async function updateCampaign(
  deps: SaveCampaignDeps,
  context: TenantContext,
  campaignId: string,
  patch: { [K in keyof NewCampaign]?: NewCampaign[K] | undefined },
  { now, ifMatch }: { now: Instant; ifMatch: number | undefined },
): Promise<SavedCampaign> {
  const before = await deps.campaigns.find(context, campaignId);
  if (!before) throw notFound('The campaign');
  const { name, projectId, monitoringConfig } = patch;
  const changes: CampaignChanges = {
    ...(name !== undefined && { name }),
    ...(projectId !== undefined && { projectId }),
    ...(monitoringConfig && {
      monitoringConfig: withDistinctKeywords(monitoringConfig),
      monitoringSavedAt: before.monitoringSavedAt ?? now,
    }),
  };
  const campaign = await deps.campaigns.update(context, campaignId, changes, ifMatch);
  return followWithTracker(deps, context, campaign, now);
}

export interface NewSend {
  contactId: string;
  status: CampaignSend['status'];
  sentAt?: string | undefined;
}

/** PM-03: records what became of each recipient's mail; a running tracker watches the new recipients too (PM-05). */
export async function recordSends(
  deps: SaveCampaignDeps,
  context: TenantContext,
  campaignId: string,
  sends: readonly NewSend[],
  now: Instant,
): Promise<SavedCampaign & { sends: CampaignSend[] }> {
  const campaign = await deps.campaigns.find(context, campaignId);
  if (!campaign) throw notFound('The campaign');
  const latest = new Map(sends.map((send) => [send.contactId, send]));
  const recorded = [...latest.values()].map(({ contactId, status, sentAt }) => ({
    campaignId,
    contactId,
    status,
    sentAt: sentAt ?? now,
  }));
  await deps.campaigns.recordSends(context, recorded);
  return { ...(await followWithTracker(deps, context, campaign, now)), sends: recorded };
}

/** Two spellings that are searched alike must not count twice in the score. */
function withDistinctKeywords(monitoringConfig: CampaignMonitoring): CampaignMonitoring {
  const bySearchedForm = new Map(
    monitoringConfig.keywords.toReversed().map((word) => [normaliseText(word), word]),
  );
  return { ...monitoringConfig, keywords: [...bySearchedForm.values()].toReversed() };
}
