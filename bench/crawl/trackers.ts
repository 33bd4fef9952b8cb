import type { PlannedChannel } from '../../shared/core/campaigns/plan-channels.ts';
import { channelIdOf, feedIdOf, trackerIdOf } from '../../shared/core/campaigns/tracker.ts';
import { watchOf } from '../../shared/core/coverage/feed-watch.ts';
import type { Instant } from '../../shared/core/kernel/time.ts';
import { aContext } from '../../test/support/contexts.ts';
import type { pressDesk } from '../../test/support/press-desk.ts';
import type { CorpusSize, pressCorpus } from '../support/press-corpus.ts';

export interface CrawlSize extends CorpusSize {
  /** Of each tracker. */
  channels: number;
  hosts: number;
}

interface Setting {
  desk: ReturnType<typeof pressDesk>;
  corpus: ReturnType<typeof pressCorpus>;
  size: CrawlSize;
  /** Of all feeds. */
  urls: readonly string[];
  now: Instant;
}

const Organizations = 10;

/** Stores a tracker and lets it watch its feeds, as saving a campaign does. */
export async function addTracker(setting: Setting, number: number): Promise<void> {
  const { desk, now } = setting;
  const context = aContext({ organizationId: `org_bench${number % Organizations}` });
  const campaignId = `cmp_${number}`;
  const trackerId = trackerIdOf(campaignId);
  const tracker = await desk.trackers.save(
    context,
    {
      ...{ trackerId, campaignId, campaignName: campaignId, projectId: null, status: 'active' },
      ...{ startsAt: now, endsAt: '2027-11-20T00:00:00.000Z', minMatchScore: 70 },
      ...{ keywords: setting.corpus.keywordsOf(number), keywordModes: {}, skippedRecipients: [] },
    },
    channelsOf(setting, number, trackerId),
    now,
  );
  const stored = await desk.trackers.channels(context, trackerId);
  const watches = stored.flatMap((channel) => watchOf(context.organizationId, tracker, channel) ?? []);
  for (const watch of watches) await desk.feeds.watch(watch, now);
}

function channelsOf({ corpus, size, urls }: Setting, number: number, trackerId: string): PlannedChannel[] {
  const first = corpus.firstFeedOf(number);
  return Array.from({ length: size.channels }, (_, channel) =>
    channelOf(trackerId, urls[(first + channel) % urls.length] ?? ''),
  );
}

function channelOf(trackerId: string, feedUrl: string): PlannedChannel {
  return {
    channelId: channelIdOf(trackerId, { sourceType: 'rss_feed', feedUrl }),
    sourceType: 'rss_feed',
    feedId: feedIdOf(feedUrl),
    feedUrl,
    publicationId: null,
    sourceName: feedUrl,
    sourceIdentity: `host:${feedUrl}`,
    publicationKeywords: [],
    publicationKeywordModes: {},
    checkFrequency: 'daily',
  };
}
