import * as z from 'zod';
import type { Campaign } from '../campaigns/campaign.ts';
import { Tracker, type TrackerChannel } from '../campaigns/tracker.ts';
import { addDays, type Day, dayIn, weekdayOf } from '../kernel/zoned-time.ts';
import { Clipping, CoverageSentiment, OutletType } from './clipping.ts';
import { type CampaignRecipients, RecipientCoverage, recipientCoverage } from './recipient-coverage.ts';

/** What the press made of a campaign (PM-20). */
export const CoverageReport = z.object({
  campaignId: z.string(),
  campaignName: z.string(),
  projectId: z.string().nullable(),
  /** Null for a campaign that is not monitored. */
  tracker: Tracker.pick({
    trackerId: true,
    status: true,
    startsAt: true,
    endsAt: true,
    totals: true,
  }).nullable(),
  totals: z.object({
    clippings: z.int(),
    automated: z.int(),
    manual: z.int(),
    outlets: z.int(),
    recipients: z.int(),
    recipientsWhoPublished: z.int(),
  }),
  bySentiment: z.array(z.object({ sentiment: CoverageSentiment, clippings: z.int() })),
  byType: z.array(z.object({ outletType: OutletType, clippings: z.int() })),
  byOutlet: z.array(
    z.object({ outlet: z.string(), publicationId: z.string().nullable(), clippings: z.int() }),
  ),
  /** Every week from the first clipping to the last, each named by its Monday in the organization's time zone. */
  byWeek: z.array(z.object({ week: z.string(), clippings: z.int() })),
  recipients: z.array(RecipientCoverage),
  /** How far the campaign's channels reach. */
  channels: z.object({
    total: z.int(),
    active: z.int(),
    found: z.int(),
    withArticles: z.int(),
    articles: z.int(),
  }),
  /** The newest first. */
  clippings: z.array(Clipping),
});
export type CoverageReport = z.infer<typeof CoverageReport>;

export interface CampaignCoverage extends CampaignRecipients {
  campaign: Campaign;
  tracker: Tracker | undefined;
  channels: readonly TrackerChannel[];
  clippings: readonly Clipping[];
  timeZone: string;
}

/** Sums up a campaign's coverage: each clipping counts once, by the day of its publication, else of its detection. */
export function coverageReport(found: CampaignCoverage): CoverageReport {
  const { campaign, tracker, clippings } = found;
  const recipients = recipientCoverage(found, clippings);
  const byOutlet = outletsOf(clippings);
  const automated = clippings.filter(({ detection }) => detection === 'automated').length;
  return {
    campaignId: campaign.campaignId,
    campaignName: campaign.name,
    projectId: campaign.projectId,
    tracker: tracker ?? null,
    totals: {
      clippings: clippings.length,
      automated,
      manual: clippings.length - automated,
      outlets: byOutlet.length,
      recipients: recipients.length,
      recipientsWhoPublished: recipients.filter(({ hasPublished }) => hasPublished).length,
    },
    bySentiment: CoverageSentiment.options.map((sentiment) => ({
      sentiment,
      clippings: clippings.filter((clipping) => clipping.sentiment === sentiment).length,
    })),
    byType: OutletType.options
      .map((outletType) => ({
        outletType,
        clippings: clippings.filter((clipping) => clipping.outletType === outletType).length,
      }))
      .filter((type) => type.clippings > 0),
    byOutlet,
    byWeek: weeksOf(clippings, found.timeZone),
    recipients,
    channels: reachOf(found.channels),
    clippings: [...clippings],
  };
}

/** The outlets with most clippings first; a publication's clippings are one outlet's, however its name is written. */
function outletsOf(clippings: readonly Clipping[]): CoverageReport['byOutlet'] {
  const grouped = Map.groupBy(clippings, ({ publicationId, outlet }) => publicationId ?? `name ${outlet}`);
  const outlets = [...grouped.values()].flatMap((ofOutlet) => {
    const [first] = ofOutlet;
    if (!first) return [];
    return [{ outlet: first.outlet, publicationId: first.publicationId, clippings: ofOutlet.length }];
  });
  return outlets.sort(
    (one, other) => other.clippings - one.clippings || one.outlet.localeCompare(other.outlet),
  );
}

function weeksOf(clippings: readonly Clipping[], timeZone: string): CoverageReport['byWeek'] {
  const mondays = clippings.map(({ publishedAt, detectedAt }) =>
    mondayOf(dayIn(timeZone, publishedAt ?? detectedAt)),
  );
  const [first, last] = [mondays.toSorted().at(0), mondays.toSorted().at(-1)];
  const weeks: CoverageReport['byWeek'] = [];
  for (let week = first; week && last && week <= last; week = addDays(week, 7)) {
    weeks.push({ week, clippings: mondays.filter((monday) => monday === week).length });
  }
  return weeks;
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function reachOf(channels: readonly TrackerChannel[]): CoverageReport['channels'] {
  return {
    total: channels.length,
    active: channels.filter(({ isActive }) => isActive).length,
    found: channels.filter(({ isFound }) => isFound).length,
    withArticles: channels.filter(({ articlesFound }) => articlesFound > 0).length,
    articles: channels.reduce((total, { articlesFound }) => total + articlesFound, 0),
  };
}
