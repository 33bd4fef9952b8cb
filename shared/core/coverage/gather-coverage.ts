import type { CampaignStore, TrackerStore } from '../campaigns/ports.ts';
import { trackerIdOf } from '../campaigns/tracker.ts';
import { notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { ContactStore, PublicationStore } from '../publications/ports.ts';
import { allClippings } from './all-clippings.ts';
import { type CoverageReport, coverageReport } from './coverage-report.ts';
import type { CoverageStore } from './ports.ts';
import type { CampaignRecipients } from './recipient-coverage.ts';

export interface GatherRecipientsDeps {
  campaigns: Pick<CampaignStore, 'sends'>;
  contacts: Pick<ContactStore, 'findMany'>;
  publications: Pick<PublicationStore, 'findMany'>;
}

export interface GatherCoverageDeps extends GatherRecipientsDeps {
  campaigns: Pick<CampaignStore, 'sends' | 'find'>;
  trackers: Pick<TrackerStore, 'tracker' | 'channels'>;
  coverage: Pick<CoverageStore, 'clippings'>;
}

/** Everybody to whom a campaign was sent, with the outlets for which they write. */
export async function gatherRecipients(
  deps: GatherRecipientsDeps,
  context: TenantContext,
  campaignId: string,
): Promise<CampaignRecipients> {
  const sends = await deps.campaigns.sends(context, campaignId);
  const contacts = await deps.contacts.findMany(
    context,
    sends.map(({ contactId }) => contactId),
  );
  const publicationIds = [...new Set(contacts.flatMap((contact) => contact.publicationIds))];
  return { sends, contacts, publications: await deps.publications.findMany(context, publicationIds) };
}

/** PM-20: the coverage report of a campaign. @throws not-found */
export async function gatherCoverage(
  deps: GatherCoverageDeps,
  context: TenantContext,
  campaignId: string,
  timeZone: string,
): Promise<CoverageReport> {
  const campaign = await deps.campaigns.find(context, campaignId);
  if (!campaign) throw notFound('The campaign');
  const trackerId = trackerIdOf(campaignId);
  const [tracker, channels, recipients, clippings] = await Promise.all([
    deps.trackers.tracker(context, trackerId),
    deps.trackers.channels(context, trackerId),
    gatherRecipients(deps, context, campaignId),
    allClippings(deps.coverage, context, { campaignId }),
  ]);
  return coverageReport({ campaign, tracker, channels, ...recipients, clippings, timeZone });
}
