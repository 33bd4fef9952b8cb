import { systemContext } from '../kernel/tenant-context.ts';
import { type Instant, MillisecondsPerSecond, millisecondsBetween } from '../kernel/time.ts';
import type { ActivityEvent, ActivityLog } from './activity-event.ts';
import type { Change } from './change.ts';
import { eventOfChange } from './event-of-change.ts';
import { countsOfChange, type Delta, type RollupKey, type RollupStore } from './rollup.ts';

interface Deps {
  activity: ActivityLog;
  rollups: RollupStore;
}

/** Readers look back 15 s; what comes later than this is filed under the present, where they still see it. */
const LateMilliseconds = 10 * MillisecondsPerSecond;

/** Enough to hide the latency of the table, few enough not to be throttled by a fresh one. */
const WritesAtOnce = 20;

/**
 * Tells clients of the changes and counts them. Doing so again changes nothing: events overwrite themselves or repeat
 * their id, and rollups drop what they have counted.
 */
export async function recordChanges(deps: Deps, changes: readonly Change[], now: Instant): Promise<void> {
  const writes = [
    ...changes.flatMap((change) => {
      const event = eventOfChange(change);
      return event ? [() => fileEvent(deps, change.organizationId, event, now)] : [];
    }),
    ...countedBuckets(changes).map(
      ({ organizationId, key, deltas }) =>
        () =>
          deps.rollups.add(systemContext(organizationId), key, deltas),
    ),
  ];
  for (let start = 0; start < writes.length; start += WritesAtOnce) {
    await Promise.all(writes.slice(start, start + WritesAtOnce).map((write) => write()));
  }
}

function fileEvent(deps: Deps, organizationId: string, event: ActivityEvent, now: Instant): Promise<void> {
  const isLate = millisecondsBetween(event.at, now) > LateMilliseconds;
  return deps.activity.append(systemContext(organizationId), isLate ? now : event.at, event);
}

interface CountedBucket {
  organizationId: string;
  key: RollupKey;
  deltas: Delta[];
}

function countedBuckets(changes: readonly Change[]): CountedBucket[] {
  const found = new Map<string, CountedBucket>();
  for (const change of changes) {
    const { organizationId, source, sequenceNumber } = change;
    for (const [bucket, counts] of countsOfChange(change)) {
      const id = JSON.stringify([organizationId, source, bucket]);
      const counted = found.get(id) ?? { organizationId, key: { bucket, source }, deltas: [] };
      counted.deltas.push({ sequenceNumber, counts });
      found.set(id, counted);
    }
  }
  return [...found.values()];
}
