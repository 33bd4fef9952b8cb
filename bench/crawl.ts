import { parseArgs } from 'node:util';
import type { PlannedChannel } from '../shared/core/campaigns/plan-channels.ts';
import { channelIdOf, feedIdOf, trackerIdOf } from '../shared/core/campaigns/tracker.ts';
import { crawlFeeds } from '../shared/core/coverage/crawl-feeds.ts';
import { type FeedWatch, watchOf } from '../shared/core/coverage/feed-watch.ts';
import { articleMatcher } from '../shared/core/coverage/match-articles.ts';
import { nextCrawlAt } from '../shared/core/coverage/next-crawl.ts';
import type { HostBatch } from '../shared/core/coverage/plan-crawl.ts';
import { startCrawl } from '../shared/core/coverage/start-crawl.ts';
import { inParallel } from '../shared/core/kernel/in-parallel.ts';
import { feedFetcher, fetchFeed } from '../shared/infra/feeds/fetch-feed.ts';
import { fixedClock } from '../test/support/clock.ts';
import { aContext } from '../test/support/contexts.ts';
import { pressDesk } from '../test/support/press-desk.ts';
import { startTable } from '../test/support/start-table.ts';
import { startFeedServers } from './support/feed-servers.ts';
import { pressCorpus } from './support/press-corpus.ts';

/**
 * A crawl of all publishers' feeds of many trackers, storage included, then a second one in which nothing has changed,
 * beside a loop over trackers and their channels (on a sample, extrapolated). `--big` is the largest that is promised.
 * Google News has a polite rate of its own and is no part of it.
 */
const { values } = parseArgs({
  options: {
    big: { type: 'boolean', default: false },
    trackers: { type: 'string' },
    channels: { type: 'string' },
    feeds: { type: 'string' },
    hosts: { type: 'string' },
    sample: { type: 'string', default: '20' },
  },
});
const usual = values.big
  ? { trackers: 10_000, channels: 4, feeds: 20_000, hosts: 2_000, coverageEvery: 10 }
  : { trackers: 100, channels: 20, feeds: 140, hosts: 140, coverageEvery: 1 };
const given = (name: 'trackers' | 'channels' | 'feeds' | 'hosts') => Number(values[name] ?? usual[name]);
const size = {
  ...usual,
  trackers: given('trackers'),
  channels: given('channels'),
  feeds: given('feeds'),
  hosts: given('hosts'),
};
/** Twenty crawlers take ten messages each. */
const HostsAtOnce = 200;
const WritesAtOnce = 40;

const started = await startTable();
const corpus = pressCorpus(size);
const servers = await startFeedServers(size.hosts, size);
const clock = fixedClock('2026-11-20T04:00:00.000Z');
const desk = pressDesk(
  started.table,
  { outside: (url) => url, serve: () => undefined, requests: [], stop: async () => undefined },
  clock,
);
const waited = { slowestMilliseconds: 0 };
const fetchOne = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), () =>
  performance.now(),
);

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
async function addTracker(number: number): Promise<FeedWatch[]> {
  const context = aContext({ organizationId: `org_bench${number % 10}` });
  const campaignId = `cmp_${number}`;
  const trackerId = trackerIdOf(campaignId);
  const first = corpus.firstFeedOf(number);
  const channels = Array.from({ length: size.channels }, (_, channel) =>
    channelOf(trackerId, servers.urls[(first + channel) % servers.urls.length] ?? ''),
  );
  const tracker = await desk.trackers.save(
    context,
    {
      ...{ trackerId, campaignId, campaignName: campaignId, projectId: null, status: 'active' },
      ...{ startsAt: clock.now(), endsAt: '2027-11-20T00:00:00.000Z', minMatchScore: 70 },
      ...{ keywords: corpus.keywordsOf(number), keywordModes: {}, skippedRecipients: [] },
    },
    channels,
    clock.now(),
  );
  const stored = await desk.trackers.channels(context, trackerId);
  const watches = stored.flatMap((channel) => watchOf(context.organizationId, tracker, channel) ?? []);
  for (const watch of watches) await desk.feeds.watch(watch, clock.now());
  return watches;
}

/** `ownSeconds` leaves out what nobody can save: the answer of the slowest host. */
async function crawl() {
  const total = { findings: 0, read: 0, unchanged: 0, failed: 0 };
  const startedAt = performance.now();
  const cpuBefore = process.threadCpuUsage();
  const sent: HostBatch[] = [];
  waited.slowestMilliseconds = 0;
  await startCrawl({ ...desk, send: async (batches) => void sent.push(...batches) }, clock.now());
  await inParallel(sent, HostsAtOnce, async ({ host, feeds }) => {
    const feedIds = feeds.map(({ feedId }) => feedId);
    const outcome = await crawlFeeds(crawlDeps, host, feedIds, () => 900_000);
    total.findings += outcome.findings.suggested + outcome.findings.source_added + outcome.findings.confirmed;
    total.read += outcome.read;
    total.unchanged += outcome.unchanged;
    total.failed += outcome.failed + outcome.unrecorded.length;
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const slowest = waited.slowestMilliseconds / 1_000;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    seconds: rounded(seconds),
    ownSeconds: rounded(seconds - slowest),
    cpuSeconds: rounded((user + system) / 1_000_000),
    ...total,
  };
}

const crawlDeps = {
  ...desk.crawlDeps,
  async fetchFeed(feed: Parameters<typeof fetchOne>[0]) {
    const startedAt = performance.now();
    const fetched = await fetchOne(feed);
    const took = fetched.kind === 'failed' ? performance.now() - startedAt : fetched.tookMilliseconds;
    waited.slowestMilliseconds = Math.max(waited.slowestMilliseconds, took);
    return fetched;
  },
};

/** What a crawl was before feeds were shared: every tracker reads every one of its channels. */
async function loopSeconds(watches: readonly FeedWatch[]): Promise<number> {
  const sample = watches.slice(0, Number(values.sample));
  const startedAt = performance.now();
  for (const watch of sample) {
    const fetched = await fetchOne({ url: watch.feedUrl, etag: null, lastModified: null });
    if (fetched.kind === 'read') articleMatcher([watch])(watch.feedId, fetched.document, clock.now());
  }
  return Math.round(
    ((performance.now() - startedAt) / 1_000 / sample.length) * size.trackers * size.channels,
  );
}

try {
  const watches: FeedWatch[] = [];
  const numbers = Array.from({ length: size.trackers }, (_, number) => number);
  await inParallel(numbers, WritesAtOnce, async (number) => {
    watches.push(...(await addTracker(number)));
  });
  console.log(
    `${size.trackers} trackers, ${watches.length} channels, ${size.feeds} feeds, ${size.hosts} hosts`,
  );
  const first = await crawl();
  console.log('first pass', first);
  clock.set(nextCrawlAt(clock.now(), 'daily'));
  const second = await crawl();
  console.log('second pass', second);
  const loop = await loopSeconds(watches);
  console.log(`loop over trackers and channels: ${loop} s, from ${values.sample} channels`);
  const ratio = Math.round(loop / first.seconds);
  console.log(
    JSON.stringify({ name: 'crawl', unit: 's', ours: first.seconds, peer: loop, ratio, size, first, second }),
  );
} finally {
  await servers.stop();
  await started.stop();
}
