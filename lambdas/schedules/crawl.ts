import { SchedulePayload } from '../../shared/contract/schedules.ts';
import { type EndTrackerDeps, endExpiredTrackers } from '../../shared/core/campaigns/end-tracker.ts';
import { type StartCrawlDeps, startCrawl } from '../../shared/core/coverage/start-crawl.ts';
import type { Clock, Instant } from '../../shared/core/kernel/time.ts';
import { job } from '../../shared/runtime/job.ts';
import { dueItems } from '../../shared/runtime/live/due-items.ts';
import { feeds } from '../../shared/runtime/live/feeds.ts';
import { sendFeedBatches } from '../../shared/runtime/live/send-feed-batches.ts';
import { trackers } from '../../shared/runtime/live/trackers.ts';

interface Deps extends EndTrackerDeps, StartCrawlDeps {
  feeds: EndTrackerDeps['feeds'] & StartCrawlDeps['feeds'];
  dueTrackers(until: Instant): AsyncIterable<{ ref: string }>;
}

/** PM-06, at 06:00 and 18:00 in Berlin: first end the trackers whose period is over, then read what is due. */
export const createCrawlJob = (deps: Deps, options: { clock?: Clock } = {}) =>
  job(
    SchedulePayload,
    async (_payload, { now }) => {
      const endedTrackers = await endExpiredTrackers(deps, deps.dueTrackers(now), now);
      return { endedTrackers, ...(await startCrawl(deps, now)) };
    },
    options,
  );

export const handler = createCrawlJob({
  trackers,
  feeds,
  dueTrackers: (until) => dueItems('tracker', until),
  send: sendFeedBatches,
});
