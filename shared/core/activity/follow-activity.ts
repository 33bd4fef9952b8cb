import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addMilliseconds,
  addSeconds,
  type Clock,
  type Instant,
  latest,
  MillisecondsPerSecond,
  millisecondsBetween,
} from '../kernel/time.ts';
import {
  type ActivityEvent,
  type ActivityLog,
  LongestResumeMilliseconds,
  timeOfActivityId,
} from './activity-event.ts';

/** How far each look reaches back: events become visible a little out of the order of their times. */
export const OverlapSeconds = 15;

const PollMilliseconds = MillisecondsPerSecond;
const HeartbeatMilliseconds = 15 * MillisecondsPerSecond;

export type Followed =
  | { kind: 'event'; event: ActivityEvent }
  | { kind: 'heartbeat' }
  /** The client was away for too long, or nobody followed meanwhile: what it shows may have gaps. */
  | { kind: 'reset' };

export interface FollowDeps {
  activity: ActivityLog;
  clock: Clock;
  wait(milliseconds: number): Promise<void>;
}

export interface Following {
  /** The id of the last event that the client has received. */
  lastEventId?: string | undefined;
  endsAt: Instant;
}

/**
 * RT-01: follows an organization's activity from now, or from the client's last event without a gap, until `endsAt`.
 * Each look overlaps the one before, and an event is sent once per stream.
 */
export async function* followActivity(
  deps: FollowDeps,
  context: TenantContext,
  { lastEventId, endsAt }: Following,
): AsyncGenerator<Followed> {
  const begun = deps.clock.now();
  const start = resumeFrom(lastEventId, begun, await deps.activity.follow(context, begun));
  if (start.isReset) yield { kind: 'reset' };
  const sent = new Map<string, Instant>(lastEventId === undefined ? [] : [[lastEventId, start.from]]);
  let { from } = start;
  let spokeAt = deps.clock.now();
  while (deps.clock.now() < endsAt) {
    const lookedAt = deps.clock.now();
    await deps.activity.follow(context, lookedAt);
    for await (const event of deps.activity.since(context, from, lookedAt)) {
      if (sent.has(event.id)) continue;
      sent.set(event.id, lookedAt);
      spokeAt = lookedAt;
      yield { kind: 'event', event };
    }
    if (millisecondsBetween(spokeAt, lookedAt) >= HeartbeatMilliseconds) {
      spokeAt = lookedAt;
      yield { kind: 'heartbeat' };
    }
    from = latest(from, addSeconds(lookedAt, -OverlapSeconds));
    forgetBefore(sent, addSeconds(lookedAt, -2 * OverlapSeconds));
    await deps.wait(PollMilliseconds);
  }
}

function resumeFrom(
  lastEventId: string | undefined,
  now: Instant,
  filedSince: Instant,
): { from: Instant; isReset: boolean } {
  const seenAt = lastEventId === undefined ? undefined : timeOfActivityId(lastEventId);
  if (seenAt === undefined) return { from: now, isReset: lastEventId !== undefined };
  const earliest = addMilliseconds(now, -LongestResumeMilliseconds);
  const from = addSeconds(seenAt, -OverlapSeconds);
  const isUnknown = seenAt < addSeconds(filedSince, -OverlapSeconds) || from > now;
  return from < earliest || isUnknown ? { from: now, isReset: true } : { from, isReset: false };
}

/** An event stays in the overlap for 15 s after it was filed; remembering it for twice as long is enough. */
function forgetBefore(sent: Map<string, Instant>, time: Instant): void {
  for (const [id, lookedAt] of sent) {
    if (lookedAt < time) sent.delete(id);
  }
}
