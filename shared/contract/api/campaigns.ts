import * as z from 'zod';
import { Job } from '../../core/activity/job.ts';
import { Campaign, CampaignMonitoring } from '../../core/campaigns/campaign.ts';
import { CampaignSend, SendStatus } from '../../core/campaigns/campaign-send.ts';
import { Tracker, TrackerChannel } from '../../core/campaigns/tracker.ts';
import { FeedState } from '../../core/coverage/feed-state.ts';
import { RecipientCoverage } from '../../core/coverage/recipient-coverage.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const read = { role: 'viewer', scope: 'campaigns:read' } as const;
const write = { role: 'admin', scope: 'campaigns:write' } as const;
const work = { role: 'agent', scope: 'campaigns:write' } as const;
const CampaignParams = z.object({ campaignId: z.string() });
const TrackerParams = z.object({ trackerId: z.string() });
const MostSendsPerCall = 500;

const MonitoringInput = z.strictObject({
  enabled: z.boolean().default(true),
  periodDays: CampaignMonitoring.shape.periodDays.default(90),
  keywords: CampaignMonitoring.shape.keywords.default([]),
  keywordModes: CampaignMonitoring.shape.keywordModes,
  sources: z
    .strictObject({
      googleNews: z.boolean().default(true),
      rssFeeds: CampaignMonitoring.shape.sources.shape.rssFeeds.default([]),
    })
    .default({ googleNews: true, rssFeeds: [] }),
  minMatchScore: CampaignMonitoring.shape.minMatchScore.default(70),
  locale: CampaignMonitoring.shape.locale.default('de-DE'),
});

const CampaignInput = z.strictObject({
  name: Campaign.shape.name,
  projectId: Campaign.shape.projectId.default(null),
  monitoringConfig: MonitoringInput.nullable().default(null),
});
const CampaignPatch = z.strictObject({
  name: Campaign.shape.name.optional(),
  projectId: Campaign.shape.projectId.optional(),
  monitoringConfig: MonitoringInput.optional(),
});

const CampaignView = Campaign.extend({ trackerId: z.string().nullable() });
export type CampaignView = z.infer<typeof CampaignView>;

/** A channel with what the crawls know of its feed (PM-14). */
const ChannelView = TrackerChannel.extend({
  feed: FeedState.pick({
    health: true,
    lastCheckedAt: true,
    lastSuccessAt: true,
    failureCount: true,
    lastError: true,
    nextAt: true,
  }).nullable(),
});

const TrackerView = Tracker.extend({
  channels: z.array(ChannelView),
  recipients: z.array(RecipientCoverage),
  lastCrawlAt: z.string().nullable(),
  nextCrawlAt: z.string().nullable(),
});
export type TrackerView = z.infer<typeof TrackerView>;

export const ListCampaigns = endpoint({
  id: 'listCampaigns',
  method: 'GET',
  path: '/v1/campaigns',
  resource: 'campaigns',
  access: read,
  summary: 'Your press campaigns, the newest first',
  query: PageQuery,
  status: 200,
  response: pageOf(CampaignView),
});

export const CreateCampaign = endpoint({
  id: 'createCampaign',
  method: 'POST',
  path: '/v1/campaigns',
  resource: 'campaigns',
  access: write,
  summary: 'Add a campaign; with a monitoring configuration its tracker starts',
  body: CampaignInput,
  status: 201,
  response: CampaignView,
  idempotent: true,
});

export const GetCampaign = endpoint({
  id: 'getCampaign',
  method: 'GET',
  path: '/v1/campaigns/{campaignId}',
  resource: 'campaigns',
  access: read,
  summary: 'One campaign',
  params: CampaignParams,
  status: 200,
  response: CampaignView,
});

export const UpdateCampaign = endpoint({
  id: 'updateCampaign',
  method: 'PATCH',
  path: '/v1/campaigns/{campaignId}',
  resource: 'campaigns',
  access: write,
  summary: 'Change a campaign; its tracker follows',
  params: CampaignParams,
  body: CampaignPatch,
  status: 200,
  response: CampaignView,
});

export const DeleteCampaign = endpoint({
  id: 'deleteCampaign',
  method: 'DELETE',
  path: '/v1/campaigns/{campaignId}',
  resource: 'campaigns',
  access: write,
  summary: 'Remove a campaign that has no coverage',
  params: CampaignParams,
  status: 204,
});

export const ListSends = endpoint({
  id: 'listSends',
  method: 'GET',
  path: '/v1/campaigns/{campaignId}/sends',
  resource: 'campaigns',
  access: read,
  summary: 'To whom a campaign was sent, and what became of it',
  params: CampaignParams,
  status: 200,
  response: z.object({ items: z.array(CampaignSend) }),
});

export const RecordSends = endpoint({
  id: 'recordSends',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/sends',
  resource: 'campaigns',
  access: work,
  summary: 'Record to whom a campaign was sent; a later record of a recipient replaces the earlier',
  params: CampaignParams,
  body: z.strictObject({
    sends: z
      .array(
        z.strictObject({
          contactId: z.string().max(100),
          status: SendStatus.default('sent'),
          /** Now, if left out. */
          sentAt: z.iso.datetime().optional(),
        }),
      )
      .min(1)
      .max(MostSendsPerCall),
  }),
  status: 200,
  response: z.object({ items: z.array(CampaignSend), trackerProblem: z.string().nullable() }),
});

export const ImportSends = endpoint({
  id: 'importSends',
  method: 'POST',
  path: '/v1/campaigns/{campaignId}/sends/csv',
  resource: 'campaigns',
  access: work,
  summary: 'Record sends from a table; rows that cannot be used are named one by one',
  params: CampaignParams,
  body: z.strictObject({
    /** With the columns email or contactId, and status and sentAt if it has them. */
    csv: z.string().min(1).max(1_000_000),
  }),
  status: 200,
  response: z.object({
    recorded: z.int(),
    errors: z.array(z.object({ row: z.int(), code: z.string(), message: z.string() })),
    trackerProblem: z.string().nullable(),
  }),
});

export const ListTrackers = endpoint({
  id: 'listTrackers',
  method: 'GET',
  path: '/v1/trackers',
  resource: 'campaigns',
  access: read,
  summary: 'The trackers of your campaigns',
  query: PageQuery,
  status: 200,
  response: pageOf(Tracker),
});

export const GetTracker = endpoint({
  id: 'getTracker',
  method: 'GET',
  path: '/v1/trackers/{trackerId}',
  resource: 'campaigns',
  access: read,
  summary: 'One tracker with its channels, figures and crawls',
  params: TrackerParams,
  status: 200,
  response: TrackerView,
});

export const CheckTracker = endpoint({
  id: 'checkTracker',
  method: 'POST',
  path: '/v1/trackers/{trackerId}/crawl',
  resource: 'campaigns',
  access: work,
  summary: 'Read the feeds of a tracker now',
  params: TrackerParams,
  status: 202,
  response: z.object({
    feeds: z.int(),
    /** Read within the last minutes, or resting after a failure. */
    skipped: z.int(),
    /** Its progress; `GET /v1/jobs/{jobId}` tells how it goes on. */
    job: Job,
  }),
});

export const ReactivateChannel = endpoint({
  id: 'reactivateChannel',
  method: 'POST',
  path: '/v1/trackers/{trackerId}/channels/{channelId}/reactivate',
  resource: 'campaigns',
  access: work,
  summary: 'Let a channel that has found an article look on',
  params: TrackerParams.extend({ channelId: z.string() }),
  status: 200,
  response: TrackerChannel,
});

export const campaignsEndpoints = [
  ListCampaigns,
  CreateCampaign,
  GetCampaign,
  UpdateCampaign,
  DeleteCampaign,
  ListSends,
  RecordSends,
  ImportSends,
  ListTrackers,
  GetTracker,
  CheckTracker,
  ReactivateChannel,
];
