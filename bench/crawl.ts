import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { feedIdOf } from '../shared/core/campaigns/tracker.ts';
import { articleMatcher } from '../shared/core/coverage/match-articles.ts';
import { nextCrawlAt } from '../shared/core/coverage/next-crawl.ts';
import type { HostBatch } from '../shared/core/coverage/plan-crawl.ts';
import { startCrawl } from '../shared/core/coverage/start-crawl.ts';
import { inParallel } from '../shared/core/kernel/in-parallel.ts';
import { feedStore } from '../shared/infra/dynamo/feed-store.ts';
import { feedFetcher, fetchFeed } from '../shared/infra/feeds/fetch-feed.ts';
import { startTable } from '../test/support/start-table.ts';
import { startCrawler } from './crawl/crawler.ts';
import { startFeedServers } from './support/feed-servers.ts';
import { openTable } from './support/open-table.ts';

/**
 * A crawl of all publishers' feeds of many trackers, storage included, then a second one in which nothing has changed,
 * beside a loop over trackers and their channels (on a sample, extrapolated). `--big` is the largest that is promised.
 * With `--prompt` hosts answer at once, so that the passes are compared by what they do rather than by how long they wait.
 * Google News has a polite rate of its own and is no part of it.
 */
const { values } = parseArgs({
  options: {
    big: { type: 'boolean', default: false },
    prompt: { type: 'boolean', default: false },
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
/** As the stack configures the crawlers: so many at once, with so many messages each. */
const Crawlers = 40;
const MessagesPerCrawler = 50;
/** Forty functions have forty processors; here their work is shared by those that there are. */
const Threads = availableParallelism();

const started = await startTable();
const servers = await startFeedServers(size.hosts, size, values.prompt);
const { urls } = servers;
const crawlers = Array.from({ length: Threads }, () =>
  startCrawler({ endpoint: started.endpoint, size, urls }),
);
const feeds = feedStore(openTable(started.endpoint));

const rounded = (value: number) => Math.round(value * 100) / 100;
const cpuSeconds = async () => {
  const used = await Promise.all(crawlers.map(({ worker }) => worker.cpuUsage()));
  return used.reduce((sum, { user, system }) => sum + user + system, 0) / 1_000_000;
};

/** `ownSeconds` leaves out what nobody can save: the answer of the slowest host. */
async function crawl(now: string) {
  const total = { findings: 0, read: 0, unchanged: 0, failed: 0 };
  let slowestMilliseconds = 0;
  const cpuBefore = await cpuSeconds();
  const startedAt = performance.now();
  const sent: HostBatch[] = [];
  await startCrawl({ feeds, send: async (batches) => void sent.push(...batches) }, now);
  const received = Array.from({ length: Math.ceil(sent.length / MessagesPerCrawler) }, (_, batch) => ({
    batches: sent.slice(batch * MessagesPerCrawler, (batch + 1) * MessagesPerCrawler),
    crawler: crawlers[batch % crawlers.length],
  }));
  await inParallel(received, Crawlers, async ({ batches, crawler }) => {
    const crawled = await crawler?.crawl(batches, now);
    if (!crawled) return;
    for (const name of ['findings', 'read', 'unchanged', 'failed'] as const) total[name] += crawled[name];
    slowestMilliseconds = Math.max(slowestMilliseconds, crawled.slowestMilliseconds);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    seconds: rounded(seconds),
    ownSeconds: rounded(seconds - slowestMilliseconds / 1_000),
    cpuSeconds: rounded((await cpuSeconds()) - cpuBefore),
    ...total,
  };
}

/** What a crawl was before feeds were shared: every tracker reads every one of its channels. */
async function loopSeconds(now: string): Promise<number> {
  const fetchOne = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), () =>
    performance.now(),
  );
  const sample = urls.slice(0, Number(values.sample));
  const startedAt = performance.now();
  for (const url of sample) {
    const [watch] = await feeds.watches(feedIdOf(url));
    const fetched = await fetchOne({ url, etag: null, lastModified: null });
    if (watch && fetched.kind === 'read') articleMatcher([watch])(watch.feedId, fetched.document, now);
  }
  return Math.round(
    ((performance.now() - startedAt) / 1_000 / sample.length) * size.trackers * size.channels,
  );
}

const Morning = '2026-11-20T04:00:00.000Z';

try {
  const numbers = Array.from({ length: size.trackers }, (_, number) => number);
  await Promise.all(
    crawlers.map(({ track }, thread) =>
      track(
        numbers.filter((number) => number % Threads === thread),
        Morning,
      ),
    ),
  );
  console.log(
    `${size.trackers} trackers, ${size.trackers * size.channels} channels, ${size.feeds} feeds, ${size.hosts} hosts, ${Threads} threads`,
  );
  const first = await crawl(Morning);
  console.log('first pass', first);
  const evening = nextCrawlAt(Morning, 'daily');
  const second = await crawl(evening);
  console.log('second pass', second);
  const loop = await loopSeconds(evening);
  console.log(`loop over trackers and channels: ${loop} s, from ${values.sample} channels`);
  const ratio = Math.round(loop / first.seconds);
  const unchangedTimesFaster = {
    seconds: rounded(first.seconds / second.seconds),
    ownSeconds: rounded(first.ownSeconds / second.ownSeconds),
    cpuSeconds: rounded(first.cpuSeconds / second.cpuSeconds),
  };
  console.log(
    JSON.stringify({
      name: 'crawl',
      unit: 's',
      ours: first.seconds,
      peer: loop,
      ratio,
      size,
      first,
      second,
      unchangedTimesFaster,
    }),
  );
} finally {
  await Promise.all(crawlers.map(({ worker }) => worker.terminate()));
  await servers.stop();
  await started.stop();
}
