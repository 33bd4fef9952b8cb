import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeedsHandler } from '../../../lambdas/queues/feeds.ts';
import { createCrawlJob } from '../../../lambdas/schedules/crawl.ts';
import type { FeedsMessage } from '../../../shared/contract/queues.ts';
import { startJob } from '../../../shared/core/activity/start-job.ts';
import type { HostBatch } from '../../../shared/core/coverage/plan-crawl.ts';
import { addMilliseconds } from '../../../shared/core/kernel/time.ts';
import { dueItems } from '../../../shared/infra/dynamo/due-index.ts';
import { hostTurnStore } from '../../../shared/infra/dynamo/host-turn-store.ts';
import { aLambdaContext } from '../../support/api-events.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { type FeedHosts, rssFeed, startFeedHosts } from '../../support/feed-host.ts';
import { pressDesk } from '../../support/press-desk.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const feedUrls = ['https://paper.example/culture', 'https://paper.example/business'];
const context = aContext();
const clock = fixedClock('2026-11-20T12:00:00.000Z');

let started: StartedTable;
let hosts: FeedHosts;
let desk: ReturnType<typeof pressDesk>;
let sentOn: FeedsMessage[];

beforeAll(async () => {
  started = await startTable();
  hosts = await startFeedHosts();
  desk = pressDesk(started.table, hosts, clock);
  await desk.campaign(context, [], {
    keywords: ['Bean Bar', 'Lisbon'],
    sources: { googleNews: false, rssFeeds: feedUrls },
  });
});
afterAll(async () => {
  await hosts.stop();
  await started.stop();
});
beforeEach(() => {
  clock.advance({ days: 1 });
  sentOn = [];
  for (const [number, url] of feedUrls.entries()) {
    const article = { title: 'Bean Bar opens', link: `https://paper.example/${number}-${clock.now()}` };
    hosts.serve(url, { body: rssFeed('A paper', [article]) });
  }
});

/** The batches that the schedule sends at this time. */
async function scheduled(): Promise<HostBatch[]> {
  const sent: HostBatch[] = [];
  const job = createCrawlJob(
    {
      ...desk,
      dueTrackers: (until) => dueItems(started.table, 'tracker', until),
      send: async (batches) => void sent.push(...batches),
    },
    { clock },
  );
  await job({ scheduledAt: clock.now() }, aLambdaContext());
  return sent;
}

function crawled(batch: HostBatch, remainingMilliseconds = 100_000, overrides: object = {}) {
  const handler = createFeedsHandler({
    ...desk.crawlDeps,
    jobs: desk.jobs,
    turns: hostTurnStore(started.table),
    ...overrides,
    sendOn: async (message) => void sentOn.push(message),
  });
  const body = JSON.stringify({ ...batch, crawlId: 'crawl_1' });
  const record = { messageId: 'm1', body, attributes: { ApproximateReceiveCount: '1' } };
  const lambda = { ...aLambdaContext(), getRemainingTimeInMillis: () => remainingMilliseconds };
  return handler({ Records: [record] } as unknown as SQSEvent, lambda);
}

describe('the feeds queue', () => {
  it('PM-06 is given the feeds of a host together, and suggestions come out of it', async () => {
    const batches = await scheduled();
    expect(batches.map(({ host, feeds }) => [host, feeds.map(({ url }) => url).toSorted()])).toEqual([
      ['paper.example', feedUrls.toSorted()],
    ]);
    const [batch = { host: '', feeds: [] }] = batches;
    expect(await crawled(batch)).toEqual({ batchItemFailures: [] });
    expect((await desk.allSuggestions(context)).map(({ title }) => title)).toEqual([
      'Bean Bar opens',
      'Bean Bar opens',
    ]);
    expect(await scheduled()).toEqual([]);
  });

  it('PM-06 hands on what it has no time for', async () => {
    const [batch = { host: '', feeds: [] }] = await scheduled();
    expect(await crawled(batch, 5_000)).toEqual({ batchItemFailures: [] });
    expect(sentOn).toEqual([{ ...batch, crawlId: 'crawl_1' }]);
    await crawled(batch);
  });

  it('ST-03 tells the job of a person who asked for it, once everything is read', async () => {
    const [batch = { host: '', feeds: [] }] = await scheduled();
    const work = { kind: 'tracker_check', parts: 1, result: null } as const;
    const { jobId } = await startJob(desk, context, work, clock.now());
    const asked = { ...batch, job: { organizationId: context.organizationId, jobId, part: '0' } };

    await crawled(asked, 5_000);
    expect(await desk.jobs.get(context, jobId)).toMatchObject({ status: 'running', doneParts: 0 });
    await crawled(asked);
    expect(await desk.jobs.get(context, jobId)).toMatchObject({ status: 'succeeded', doneParts: 1 });
  });

  it('PM-06 asks Google News one search at a time, however many messages there are', async () => {
    const turns = hostTurnStore(started.table);
    const batch = {
      host: 'news.google.com',
      feeds: [{ feedId: 'feed_unknown', url: 'https://news.google.com' }],
    };
    const until = addMilliseconds(clock.now(), 60_000);
    expect(await turns.take(batch.host, clock.now(), until)).toBe(true);

    expect(await crawled(batch)).toEqual({ batchItemFailures: [] });
    expect(sentOn).toEqual([{ ...batch, crawlId: 'crawl_1' }]);
    clock.advance({ seconds: 60 });
    sentOn = [];
    await crawled(batch);
    expect(sentOn).toEqual([]);
    expect(await turns.take(batch.host, clock.now(), until)).toBe(true);
    await turns.giveBack(batch.host);
  });

  it('PM-06 is given a feed again whose reports could not be stored, and stores them then', async () => {
    const [batch = { host: '', feeds: [] }] = await scheduled();
    const before = (await desk.allSuggestions(context)).length;
    const broken = { ...desk.coverage, apply: async () => Promise.reject(new Error('no table')) };
    expect(await crawled(batch, 100_000, { coverage: broken })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm1' }],
    });
    expect(await desk.allSuggestions(context)).toHaveLength(before);
    expect(await crawled(batch)).toEqual({ batchItemFailures: [] });
    expect(await desk.allSuggestions(context)).toHaveLength(before + 2);
  });
});
