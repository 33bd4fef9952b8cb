import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { crawlFeeds } from '../../shared/core/coverage/crawl-feeds.ts';
import type { HostBatch } from '../../shared/core/coverage/plan-crawl.ts';
import { readTogether } from '../../shared/core/coverage/read-together.ts';
import { inParallel } from '../../shared/core/kernel/in-parallel.ts';
import type { Instant } from '../../shared/core/kernel/time.ts';
import { feedFetcher, fetchFeed } from '../../shared/infra/feeds/fetch-feed.ts';
import { fixedClock } from '../../test/support/clock.ts';
import { pressDesk } from '../../test/support/press-desk.ts';
import { openTable } from '../support/open-table.ts';
import { pressCorpus } from '../support/press-corpus.ts';
import { addTracker, type CrawlSize } from './trackers.ts';

export interface CrawlerData {
  endpoint: string;
  size: CrawlSize;
  /** Of all feeds. */
  urls: string[];
}

/** What a message's hosts brought. */
export interface Crawled {
  findings: number;
  read: number;
  unchanged: number;
  failed: number;
  slowestMilliseconds: number;
}

type Order =
  | { kind: 'track'; numbers: number[]; now: Instant }
  | { kind: 'crawl'; batches: HostBatch[]; now: Instant };

/** A crawler in a thread of its own, as each function has a processor of its own. */
export interface Crawler {
  worker: Worker;
  track(numbers: number[], now: Instant): Promise<void>;
  /** Does the work of one batch of messages. */
  crawl(batches: HostBatch[], now: Instant): Promise<Crawled>;
}

export function startCrawler(data: CrawlerData): Crawler {
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  const waiting = new Map<number, { resolve: (answer: Crawled) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.on('message', ({ id, answer }: { id: number; answer: Crawled }) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error as Error);
  });
  const ask = (order: Order) =>
    new Promise<Crawled>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, order });
    });
  return {
    worker,
    track: async (numbers, now) => void (await ask({ kind: 'track', numbers, now })),
    crawl: (batches, now) => ask({ kind: 'crawl', batches, now }),
  };
}

const WritesAtOnce = 20;

function crawling({ endpoint, size, urls }: CrawlerData): (order: Order) => Promise<Crawled> {
  const clock = fixedClock('2026-11-20T04:00:00.000Z');
  const world = {
    outside: (url: URL) => url,
    serve: () => undefined,
    requests: [],
    stop: async () => undefined,
  };
  const desk = pressDesk(openTable(endpoint), world, clock);
  const corpus = pressCorpus(size);
  const fetchOne = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), () =>
    performance.now(),
  );
  return async (order) => {
    clock.set(order.now);
    const total = { findings: 0, read: 0, unchanged: 0, failed: 0, slowestMilliseconds: 0 };
    if (order.kind === 'track') {
      const setting = { desk, corpus, size, urls, now: order.now };
      await inParallel(order.numbers, WritesAtOnce, (number) => addTracker(setting, number));
      return total;
    }
    const deps = readTogether({
      ...desk.crawlDeps,
      pause: (milliseconds) => wait(milliseconds),
      async fetchFeed(feed: Parameters<typeof fetchOne>[0]) {
        const startedAt = performance.now();
        const fetched = await fetchOne(feed);
        const took = fetched.kind === 'failed' ? performance.now() - startedAt : fetched.tookMilliseconds;
        total.slowestMilliseconds = Math.max(total.slowestMilliseconds, took);
        return fetched;
      },
    });
    await inParallel(order.batches, order.batches.length, async ({ host, feeds }) => {
      const feedIds = feeds.map(({ feedId }) => feedId);
      const outcome = await crawlFeeds(deps, host, feedIds, () => 900_000);
      const { suggested, source_added, confirmed } = outcome.findings;
      total.findings += suggested + source_added + confirmed;
      total.read += outcome.read;
      total.unchanged += outcome.unchanged;
      total.failed += outcome.failed + outcome.unrecorded.length;
    });
    return total;
  };
}

if (!isMainThread && parentPort) {
  const work = crawling(workerData);
  parentPort.on('message', ({ id, order }: { id: number; order: Order }) => {
    // What fails here ends the thread, and with it the benchmark.
    void work(order).then((answer) => parentPort?.postMessage({ id, answer }));
  });
}
