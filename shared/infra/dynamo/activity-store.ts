import * as z from 'zod';
import {
  ActivityEvent,
  type ActivityLog,
  LongestResumeMilliseconds,
} from '../../core/activity/activity-event.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import {
  addMilliseconds,
  epochMilliseconds,
  type Instant,
  MillisecondsPerDay,
  MillisecondsPerHour,
  MillisecondsPerMinute,
  toInstant,
} from '../../core/kernel/time.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';

const KeptMilliseconds = 2 * MillisecondsPerDay;

const Marker = z.object({ since: z.string(), until: z.string() });
type Marker = z.infer<typeof Marker>;

const markerKey = { partition: 'ACT', sort: 'FOLLOWED' };
/** So long after a look events are filed still: the longest absence of a client, and the time between two renewals. */
const FollowedMilliseconds = LongestResumeMilliseconds + 60 * MillisecondsPerMinute;
const RenewedBeforeMilliseconds = LongestResumeMilliseconds + 30 * MillisecondsPerMinute;

const Events = z.array(ActivityEvent);

/** One partition per organization and hour, so that a look at the present reads nothing older. */
export function activityStore(table: Table): ActivityLog {
  const markers = new Map<string, Marker>();

  async function markerOf(context: TenantContext): Promise<Marker | undefined> {
    const item = await table.tenant(context).get(markerKey);
    return item && Marker.parse(item);
  }

  /** Remembered while it holds; that nobody follows is asked anew for each batch, and costs less than filing it. */
  async function isFollowed(context: TenantContext, at: Instant): Promise<boolean> {
    const { organizationId } = context;
    const known = markers.get(organizationId);
    if (known && known.until > at) return true;
    const marker = await markerOf(context);
    if (marker) markers.set(organizationId, marker);
    return marker !== undefined && marker.until > at;
  }

  return {
    async follow(context, now) {
      const known = markers.get(context.organizationId);
      if (known && known.until > addMilliseconds(now, RenewedBeforeMilliseconds)) return known.since;
      const stored = await markerOf(context);
      const since = stored && stored.until > now ? stored.since : now;
      const marker = { since, until: addMilliseconds(now, FollowedMilliseconds) };
      await table
        .tenant(context)
        .put(markerKey, { type: 'ActivityFollowed', ...marker }, { expiresAt: marker.until });
      markers.set(context.organizationId, marker);
      return since;
    },

    async append(context, filedAt, events) {
      if (!(await isFollowed(context, filedAt))) return;
      const key = { partition: partitionOf(filedAt), sort: `${filedAt}#${events[0]?.id}` };
      const expiresAt = addMilliseconds(filedAt, KeptMilliseconds);
      await table.tenant(context).put(key, { type: 'Activity', packed: pack(events) }, { expiresAt });
    },

    async *since(context, from, now) {
      const seen = new Set<string>();
      for (const partition of partitionsBetween(from, now)) {
        const sortBetween = [from, '~'] as const;
        for await (const item of table.tenant(context).all({ partition, sortBetween, consistent: true })) {
          const events = Events.parse(unpack(item['packed'])).filter(({ id }) => !seen.has(id));
          for (const { id } of events) seen.add(id);
          yield* events;
        }
      }
    },
  };
}

function partitionOf(instant: Instant): string {
  return `ACT#${instant.slice(0, 13)}`;
}

/** The hours from one instant to another, and the next one when a fast clock may have begun it already. */
function partitionsBetween(from: Instant, now: Instant): string[] {
  const hourOf = (instant: Instant) => Math.floor(epochMilliseconds(instant) / MillisecondsPerHour);
  const first = hourOf(from);
  const count = Math.max(0, hourOf(addMilliseconds(now, 5_000)) - first + 1);
  return Array.from({ length: count }, (_, index) =>
    partitionOf(toInstant((first + index) * MillisecondsPerHour)),
  );
}
