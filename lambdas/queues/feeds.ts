import { setTimeout as pause } from 'node:timers/promises';
import { FeedsMessage } from '../../shared/contract/queues.ts';
import type { JobStore } from '../../shared/core/activity/job-ports.ts';
import type { CrawlDeps } from '../../shared/core/coverage/crawl-feeds.ts';
import { crawlInTurn } from '../../shared/core/coverage/crawl-in-turn.ts';
import type { HostTurns } from '../../shared/core/coverage/ports.ts';
import { readTogether } from '../../shared/core/coverage/read-together.ts';
import { batchConsumer, contextOf, type Received, type Tools } from '../../shared/runtime/consumer.ts';
import { clock, newId } from '../../shared/runtime/live/clock.ts';
import { compileRegex } from '../../shared/runtime/live/compile-regex.ts';
import { coverage } from '../../shared/runtime/live/coverage.ts';
import { feeds } from '../../shared/runtime/live/feeds.ts';
import { fetchFeed } from '../../shared/runtime/live/fetch-feed.ts';
import { hostTurns } from '../../shared/runtime/live/host-turns.ts';
import { jobs } from '../../shared/runtime/live/jobs.ts';
import { linkResolver } from '../../shared/runtime/live/link-resolver.ts';
import { publications } from '../../shared/runtime/live/publications.ts';
import { sendTo } from '../../shared/runtime/live/queues.ts';
import { spamPatterns } from '../../shared/runtime/live/spam-patterns.ts';
import { trackers } from '../../shared/runtime/live/trackers.ts';
import { logger } from '../../shared/runtime/logger.ts';

interface Deps extends CrawlDeps {
  jobs: Pick<JobStore, 'partDone'>;
  turns: HostTurns;
  sendOn(message: FeedsMessage, delaySeconds?: number): Promise<void>;
}

export const createFeedsHandler = (deps: Deps) =>
  batchConsumer(FeedsMessage, async (messages, tools) => {
    // A crawler mostly waits for answers: hosts are read beside each other, what is for one host one after another.
    const byHost = Map.groupBy(messages, ({ body }) => body.host);
    const together = readTogether(deps);
    const failed = await Promise.all(
      [...byHost.values()].map((ofHost) => failuresOf(together, ofHost, tools)),
    );
    return failed.flat();
  });

async function failuresOf(
  deps: Deps,
  messages: readonly Received<FeedsMessage>[],
  { remainingMilliseconds }: Tools,
): Promise<string[]> {
  const failed: string[] = [];
  for (const { id, body, receiveCount } of messages) {
    try {
      await crawl(deps, body, remainingMilliseconds);
    } catch (error) {
      logger.error('Message failed', { messageId: id, receiveCount, error: error as Error });
      failed.push(id);
    }
  }
  return failed;
}

/** Soon after a turn ends the next crawler asks for it. */
const BusyHostSeconds = 15;

async function crawl(deps: Deps, message: FeedsMessage, remainingMilliseconds: () => number): Promise<void> {
  const { host, crawlId, job } = message;
  const feedIds = message.feeds.map(({ feedId }) => feedId);
  const outcome = await crawlInTurn(deps, host, feedIds, remainingMilliseconds);
  if (!outcome) return deps.sendOn(message, BusyHostSeconds);
  const { remaining, unrecorded, ...counts } = outcome;
  logger.info('Feeds crawled', { host, crawlId, ...counts });
  if (remaining.length > 0) {
    const left = message.feeds.filter(({ feedId }) => remaining.includes(feedId));
    await deps.sendOn({ ...message, feeds: left });
  }
  if (unrecorded.length > 0) {
    const errors = unrecorded.map(({ error }) => error);
    throw new AggregateError(errors, `${unrecorded.length} feeds of ${host} could not be recorded.`);
  }
  if (job && remaining.length === 0) {
    await deps.jobs.partDone(contextOf(job), job.jobId, job.part, deps.now());
  }
}

export const handler = createFeedsHandler({
  feeds,
  coverage,
  trackers,
  spamPatterns,
  compileRegex,
  jobs,
  fetchFeed,
  linkResolver,
  countArticle: publications.countArticle,
  newId,
  now: () => clock.now(),
  pause: (milliseconds) => pause(milliseconds),
  turns: hostTurns,
  sendOn: (body, delaySeconds) => sendTo('feeds', [{ body, delaySeconds }]),
});
