import type { Job } from '../activity/job.ts';
import type { JobStore } from '../activity/job-ports.ts';
import { startJob } from '../activity/start-job.ts';
import { watchOf } from '../coverage/feed-watch.ts';
import { type HostBatch, planCrawl } from '../coverage/plan-crawl.ts';
import type { FeedRegistry } from '../coverage/ports.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { TrackerStore } from './ports.ts';
import type { Tracker, TrackerChannel } from './tracker.ts';

export interface CheckTrackerDeps {
  trackers: Pick<TrackerStore, 'tracker' | 'channels' | 'setChannelActive'>;
  feeds: Pick<FeedRegistry, 'bringForward' | 'watch'>;
  send(batches: readonly HostBatch[]): Promise<void>;
  jobs: Pick<JobStore, 'create'>;
  newId: NewId;
}

/** Reads a tracker's feeds now; those read within minutes, or resting after a failure, are left alone. */
export async function checkTrackerNow(
  deps: CheckTrackerDeps,
  context: TenantContext,
  trackerId: string,
  now: Instant,
): Promise<{ feeds: number; skipped: number; job: Job }> {
  await activeTracker(deps, context, trackerId);
  const channels = (await deps.trackers.channels(context, trackerId)).filter(({ isActive }) => isActive);
  const due = await deps.feeds.bringForward(
    channels.map(({ feedId }) => feedId),
    now,
  );
  const batches = planCrawl(due);
  const counts = { feeds: due.length, skipped: channels.length - due.length };
  const work = { kind: 'tracker_check', parts: batches.length, result: counts } as const;
  const job = await startJob(deps, context, work, now);
  const jobPart = { organizationId: context.organizationId, jobId: job.jobId };
  await deps.send(batches.map((batch, index) => ({ ...batch, job: { ...jobPart, part: String(index) } })));
  return { ...counts, job };
}

/** PM-11: a channel that rests after its find looks on when a person says so. */
export async function reactivateChannel(
  deps: CheckTrackerDeps,
  context: TenantContext,
  trackerId: string,
  channelId: string,
  now: Instant,
): Promise<TrackerChannel> {
  const tracker = await activeTracker(deps, context, trackerId);
  const channel = await deps.trackers.setChannelActive(context, trackerId, channelId, true);
  const watch = watchOf(context.organizationId, tracker, channel);
  if (watch) await deps.feeds.watch(watch, now);
  return channel;
}

async function activeTracker(
  deps: CheckTrackerDeps,
  context: TenantContext,
  trackerId: string,
): Promise<Tracker> {
  const tracker = await deps.trackers.tracker(context, trackerId);
  if (!tracker) throw notFound('The tracker');
  if (tracker.status === 'active') return tracker;
  throw new AppError(
    'conflict',
    'tracker_not_active',
    'This tracker does not watch: its period is over, or it is paused.',
  );
}
