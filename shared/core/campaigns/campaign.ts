import * as z from 'zod';
import { KeywordModes } from '../coverage/keyword-mode.ts';
import { Keyword, WebAddress } from '../publications/publication.ts';

export const MonitoringPeriodDays = [30, 90, 365] as const;

/** How a campaign's coverage is looked for (PM-04). */
export const CampaignMonitoring = z.object({
  enabled: z.boolean(),
  periodDays: z.literal(MonitoringPeriodDays),
  keywords: z.array(Keyword).max(50),
  keywordModes: KeywordModes.default({}),
  sources: z.object({ googleNews: z.boolean(), rssFeeds: z.array(WebAddress).max(50) }),
  /** Below it, one source alone never confirms an article. */
  minMatchScore: z.number().min(0).max(100),
  /** The edition of Google News, e.g. `de-DE`. */
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
});
export type CampaignMonitoring = z.infer<typeof CampaignMonitoring>;

/** A press campaign. */
export const Campaign = z.object({
  campaignId: z.string(),
  name: z.string().trim().min(1).max(200),
  projectId: z.string().max(100).nullable(),
  monitoringConfig: CampaignMonitoring.nullable(),
  /** When its monitoring was first saved: the start of the period if nothing is sent within 14 days. */
  monitoringSavedAt: z.string().nullable(),
  /** Why its tracker could not be brought up to date, in words for its members; the campaign itself is safe. */
  trackerProblem: z.string().nullable(),
  createdAt: z.string(),
  version: z.int(),
});
export type Campaign = z.infer<typeof Campaign>;
