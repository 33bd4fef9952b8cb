import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import { type ActivityEvent, type ActivityLog, timeOfActivityId } from './activity-event.ts';
import { OverlapSeconds } from './follow-activity.ts';

/** One answer to a client that asks now and then instead of keeping a stream open. */
export interface PolledActivity {
  /** May repeat events of the answer before, with the same ids. */
  items: ActivityEvent[];
  /** What to give as `since` the next time. */
  position: string;
  /** More has happened than one answer holds, or nobody followed meanwhile: reload, then go on from `position`. */
  isTruncated: boolean;
}

const MostEvents = 500;

/** RT-02: the events since a position, overlapping by 15 s so that none is missed; without one, only a position. */
export async function pollActivity(
  activity: ActivityLog,
  context: TenantContext,
  since: string | undefined,
  now: Instant,
): Promise<PolledActivity> {
  const from = since === undefined ? now : timeOfActivityId(since);
  if (from === undefined) {
    throw new AppError('invalid', 'invalid_since', 'Give the position or the event id of an earlier answer.');
  }
  const filedSince = await activity.follow(context, now);
  const isUnknown = from < addSeconds(filedSince, -OverlapSeconds) || from > addSeconds(now, OverlapSeconds);
  if (isUnknown) return { items: [], position: now, isTruncated: true };
  const items: ActivityEvent[] = [];
  const start = since === undefined ? now : addSeconds(from, -OverlapSeconds);
  for await (const event of activity.since(context, start, now)) {
    if (items.length === MostEvents) return { items, position: now, isTruncated: true };
    items.push(event);
  }
  return { items, position: now, isTruncated: false };
}
