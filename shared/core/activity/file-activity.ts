import { systemContext } from '../kernel/tenant-context.ts';
import { type Instant, MillisecondsPerSecond, millisecondsBetween } from '../kernel/time.ts';
import type { ActivityEvent, ActivityLog } from './activity-event.ts';
import type { Change } from './change.ts';
import { eventOfChange } from './event-of-change.ts';
import { inTurns } from './in-turns.ts';

/** Readers look back 15 s; what comes later than this is filed under the present, where they still see it. */
const LateMilliseconds = 10 * MillisecondsPerSecond;

/**
 * RT-01: tells clients of changes; those of one organization are filed together, in one write.
 * Doing so again leaves events that carry the same ids.
 */
export async function fileActivity(
  { activity }: { activity: ActivityLog },
  changes: readonly Change[],
  now: Instant,
): Promise<void> {
  const byOrganization = Map.groupBy(changes, ({ organizationId }) => organizationId);
  await inTurns(
    [...byOrganization].map(([organizationId, itsChanges]) => async () => {
      const events = itsChanges.flatMap((change) => eventOfChange(change) ?? []);
      if (events.length > 0) {
        await activity.append(systemContext(organizationId), filingTimeOf(events, now), events);
      }
    }),
  );
}

function filingTimeOf(events: readonly ActivityEvent[], now: Instant): Instant {
  const earliest = events.reduce((time, { at }) => (at < time ? at : time), now);
  return millisecondsBetween(earliest, now) > LateMilliseconds ? now : earliest;
}
