import type { CampaignMonitoring } from '../../shared/core/campaigns/campaign.ts';
import { createCampaign, recordSends } from '../../shared/core/campaigns/change-campaign.ts';
import { trackerIdOf } from '../../shared/core/campaigns/tracker.ts';
import { type CrawlOutcome, crawlFeeds } from '../../shared/core/coverage/crawl-feeds.ts';
import type { HostBatch } from '../../shared/core/coverage/plan-crawl.ts';
import { startCrawl } from '../../shared/core/coverage/start-crawl.ts';
import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import { epochMilliseconds } from '../../shared/core/kernel/time.ts';
import { NoMonitoring } from '../../shared/core/publications/publication.ts';
import { createPublication } from '../../shared/core/publications/save-publication.ts';
import { campaignStore } from '../../shared/infra/dynamo/campaign-store.ts';
import { contactStore } from '../../shared/infra/dynamo/contact-store.ts';
import { coverageStore } from '../../shared/infra/dynamo/coverage-store.ts';
import { feedStore } from '../../shared/infra/dynamo/feed-store.ts';
import { jobStore } from '../../shared/infra/dynamo/job-store.ts';
import { publicationStore } from '../../shared/infra/dynamo/publication-store.ts';
import { spamPatternStore } from '../../shared/infra/dynamo/spam-pattern-store.ts';
import type { Table } from '../../shared/infra/dynamo/table.ts';
import { trackerStore } from '../../shared/infra/dynamo/tracker-store.ts';
import { feedFetcher, fetchFeed } from '../../shared/infra/feeds/fetch-feed.ts';
import { probeAddress, websiteFetcher } from '../../shared/infra/feeds/probe-address.ts';
import { linearRegexes } from '../../shared/infra/patterns/linear-regex.ts';
import { type FixedClock, randomIds } from './clock.ts';
import type { FeedHosts } from './feed-host.ts';

/** The whole press pipeline on a real table and a loopback feed server, without queues: a crawl is a call. */
export function pressDesk(table: Table, hosts: FeedHosts, clock: FixedClock) {
  const stores = {
    publications: publicationStore(table),
    contacts: contactStore(table),
    campaigns: campaignStore(table),
    trackers: trackerStore(table),
    feeds: feedStore(table),
    coverage: coverageStore(table),
    spamPatterns: spamPatternStore(table),
    compileRegex: linearRegexes(),
    jobs: jobStore(table),
  };
  const newId = randomIds(clock);
  const crawlDeps = {
    ...stores,
    newId,
    countArticle: stores.publications.countArticle,
    fetchFeed: fetchFeed(feedFetcher({ outside: hosts.outside }), () => epochMilliseconds(clock.now())),
    now: () => clock.now(),
    pause: async () => undefined,
    linkResolver: null,
  };
  const crawlBatches = async (batches: readonly HostBatch[]): Promise<CrawlOutcome[]> => {
    const outcomes: CrawlOutcome[] = [];
    for (const { host, feeds } of batches) {
      const feedIds = feeds.map(({ feedId }) => feedId);
      outcomes.push(await crawlFeeds(crawlDeps, host, feedIds, () => 900_000));
    }
    return outcomes;
  };
  return {
    ...stores,
    newId,
    probeAddress: probeAddress(websiteFetcher({ outside: hosts.outside })),
    crawlDeps,
    crawlBatches,

    /** Adds a publication with its feeds and one journalist; answers the journalist. */
    async outlet(context: TenantContext, title: string, rssFeedUrls: string[]) {
      const publication = await createPublication(
        { ...stores, newId },
        context,
        {
          title,
          type: 'online',
          language: 'en',
          country: 'DE',
          monitoringConfig: { ...NoMonitoring, enabled: true, rssFeedUrls },
        },
        clock.now(),
      );
      const contactId = newId('cnt');
      const publicationIds = [publication.publicationId];
      const contact = { contactId, name: `${title}'s editor`, email: null, role: null, publicationIds };
      await stores.contacts.create(context, { ...contact, createdAt: clock.now(), version: 1 });
      return { publication, contactId };
    },

    /** Starts a campaign that was sent to the given journalists. */
    async campaign(
      context: TenantContext,
      contactIds: string[],
      monitoring: Partial<CampaignMonitoring> = {},
    ) {
      const monitoringConfig: CampaignMonitoring = {
        enabled: true,
        periodDays: 30,
        keywords: ['Bean Bar'],
        keywordModes: {},
        sources: { googleNews: false, rssFeeds: [] },
        minMatchScore: 70,
        locale: 'en-US',
        ...monitoring,
      };
      const input = { name: 'Second shop', projectId: null, monitoringConfig };
      const { campaign, trackerFailure } = await createCampaign(
        { ...stores, newId },
        context,
        input,
        clock.now(),
      );
      if (trackerFailure) throw trackerFailure;
      const sends = contactIds.map((contactId) => ({ contactId, status: 'sent' as const }));
      if (sends.length > 0) await recordSends(stores, context, campaign.campaignId, sends, clock.now());
      return { campaignId: campaign.campaignId, trackerId: trackerIdOf(campaign.campaignId) };
    },

    /** What the schedule does at 06:00, with the crawlers' work. */
    async crawl() {
      const sent: HostBatch[] = [];
      await startCrawl({ ...stores, send: async (batches) => void sent.push(...batches) }, clock.now());
      return crawlBatches(sent);
    },

    async allSuggestions(context: TenantContext) {
      return (await stores.coverage.suggestions(context, {}, { limit: 100 })).items;
    },
    async allClippings(context: TenantContext) {
      return (await stores.coverage.clippings(context, {}, { limit: 100 })).items;
    },
  };
}
