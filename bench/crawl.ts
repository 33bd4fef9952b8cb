import { parseArgs } from 'node:util';
import type { PlannedChannel } from '../shared/core/campaigns/plan-channels.ts';
import { channelIdOf, feedIdOf, trackerIdOf } from '../shared/core/campaigns/tracker.ts';
import { crawlFeeds } from '../shared/core/coverage/crawl-feeds.ts';
import { watchOf } from '../shared/core/coverage/feed-watch.ts';
import { articleMatcher } from '../shared/core/coverage/match-articles.ts';
import { nextCrawlAt } from '../shared/core/coverage/next-crawl.ts';
import type { HostBatch } from '../shared/core/coverage/plan-crawl.ts';
import { startCrawl } from '../shared/core/coverage/start-crawl.ts';
import { feedFetcher, fetchFeed } from '../shared/infra/feeds/fetch-feed.ts';
import { fixedClock } from '../test/support/clock.ts';
import { aContext } from '../test/support/contexts.ts';
import { rssFeed } from '../test/support/feed-host.ts';
import { pressDesk } from '../test/support/press-desk.ts';
import { startTable } from '../test/support/start-table.ts';
import { startFeedServers } from './support/feed-servers.ts';
import { one, seededRandom, someItem, someKeywords, vocabulary } from './support/press-texts.ts';

/**
 * A crawl of all publishers' feeds of many trackers, storage included, beside a loop over trackers and their channels
 * (on a sample, extrapolated). Google News has a polite rate of its own and is no part of it.
 */
const { values } = parseArgs({
  options: {
    trackers: { type: 'string', default: '100' },
    channels: { type: 'string', default: '20' },
    feeds: { type: 'string', default: '140' },
    hosts: { type: 'string', default: '140' },
    sample: { type: 'string', default: '20' },
  },
});
/** Ten crawlers take ten messages each. */
const HostsAtOnce = 100;
const WritesAtOnce = 20;
const ArticlesPerFeed = 30;
const count = (name: keyof typeof values) => Number(values[name]);

const random = seededRandom(7);
const words = vocabulary(5_000, random);
const names = someKeywords(count('trackers') * 5, words, random);
const bodies = Array.from({ length: count('feeds') }, (_, feed) =>
  rssFeed(
    `Paper ${feed}`,
    Array.from({ length: ArticlesPerFeed }, (_, number) => {
      const item = someItem(feed * ArticlesPerFeed + number, words, names, random);
      // One in ten articles is about a single campaign, so that there is something to store.
      const title = random() < 0.1 ? `${one(names, random)}: ${item.title}` : item.title;
      return { title, link: item.link, description: item.content };
    }),
  ),
);

const started = await startTable();
const servers = await startFeedServers(count('hosts'), count('feeds'), (feed) => bodies[feed] ?? '');
const clock = fixedClock('2026-11-20T04:00:00.000Z');
const desk = pressDesk(
  started.table,
  { outside: (url) => url, serve: () => undefined, requests: [], stop: async () => undefined },
  clock,
);
const fetchOne = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), Date.now);
const deps = { ...desk.crawlDeps, fetchFeed: fetchOne };

async function inParallel<T>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = list.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
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

/** Stores a tracker and lets it watch feeds, as saving a campaign does; answers its watches. */
async function addTracker(number: number) {
  const context = aContext({ organizationId: `org_bench${number % 10}` });
  const campaignId = `cmp_${number}`;
  const trackerId = trackerIdOf(campaignId);
  const first = number * 7;
  const channels = Array.from({ length: count('channels') }, (_, channel) =>
    channelOf(trackerId, servers.urls[(first + channel) % servers.urls.length] ?? ''),
  );
  const tracker = await desk.trackers.save(
    context,
    {
      ...{ trackerId, campaignId, campaignName: campaignId, projectId: null, status: 'active' },
      ...{ startsAt: clock.now(), endsAt: '2027-11-20T00:00:00.000Z', minMatchScore: 70 },
      ...{ keywords: names.slice(number * 2, number * 2 + 2), keywordModes: {}, skippedRecipients: [] },
    },
    channels,
    clock.now(),
  );
  const stored = await desk.trackers.channels(context, trackerId);
  const watches = stored.flatMap((channel) => watchOf(context.organizationId, tracker, channel) ?? []);
  for (const watch of watches) await desk.feeds.watch(watch, clock.now());
  return watches;
}

async function crawl(): Promise<{ seconds: number; findings: number; read: number; unchanged: number }> {
  const total = { findings: 0, read: 0, unchanged: 0 };
  const startedAt = performance.now();
  const sent: HostBatch[] = [];
  await startCrawl({ ...desk, send: async (batches) => void sent.push(...batches) }, clock.now());
  await inParallel(sent, HostsAtOnce, async ({ host, feeds }) => {
    const outcome = await crawlFeeds(
      deps,
      host,
      feeds.map(({ feedId }) => feedId),
      () => 900_000,
    );
    total.findings += outcome.findings.suggested + outcome.findings.source_added + outcome.findings.confirmed;
    total.read += outcome.read;
    total.unchanged += outcome.unchanged;
    for (const { error } of outcome.unrecorded) console.error(error);
  });
  return { seconds: Math.round(performance.now() - startedAt) / 1_000, ...total };
}

/** What a crawl was before feeds were shared: every tracker reads every one of its channels. */
async function loopSeconds(watches: Awaited<ReturnType<typeof addTracker>>): Promise<number> {
  const sample = watches.slice(0, count('sample'));
  const startedAt = performance.now();
  for (const watch of sample) {
    const fetched = await fetchOne({ url: watch.feedUrl, etag: null, lastModified: null });
    if (fetched.kind === 'read') articleMatcher([watch])(watch.feedId, fetched.document, clock.now());
  }
  const channels = count('trackers') * count('channels');
  return Math.round(((performance.now() - startedAt) / 1_000 / sample.length) * channels);
}

try {
  const all: Awaited<ReturnType<typeof addTracker>> = [];
  await inParallel(
    Array.from({ length: count('trackers') }, (_, number) => number),
    WritesAtOnce,
    async (number) => {
      all.push(...(await addTracker(number)));
    },
  );
  console.log(
    `${count('trackers')} trackers, ${all.length} channels, ${servers.urls.length} feeds, ${count('hosts')} hosts`,
  );
  const first = await crawl();
  console.log('first pass', first, 'requests', servers.requests());
  clock.set(nextCrawlAt(clock.now(), 'daily'));
  const second = await crawl();
  console.log('second pass', second, 'requests', servers.requests());
  const loop = await loopSeconds(all);
  console.log(`loop over trackers and channels: ${loop} s, from ${count('sample')} channels`);
  console.log(
    JSON.stringify({
      ...{
        name: 'crawl',
        unit: 's',
        ours: first.seconds,
        peer: loop,
        ratio: Math.round(loop / first.seconds),
      },
      ...{ unchangedPass: second.seconds, findings: first.findings },
    }),
  );
} finally {
  await servers.stop();
  await started.stop();
}
