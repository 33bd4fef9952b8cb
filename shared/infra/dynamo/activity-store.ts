import * as z from 'zod';
import { ActivityEvent, type ActivityLog } from '../../core/activity/activity-event.ts';
import {
  addMilliseconds,
  type Instant,
  MillisecondsPerDay,
  MillisecondsPerHour,
} from '../../core/kernel/time.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';

const KeptMilliseconds = 2 * MillisecondsPerDay;

const Events = z.array(ActivityEvent);

/** One partition per organization and hour, so that a look at the present reads nothing older. */
export function activityStore(table: Table): ActivityLog {
  return {
    async append(context, filedAt, events) {
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
  const ahead = addMilliseconds(now, 5_000);
  const partitions = [partitionOf(from)];
  let hour = addMilliseconds(from, MillisecondsPerHour);
  while (partitionOf(hour) <= partitionOf(ahead)) {
    partitions.push(partitionOf(hour));
    hour = addMilliseconds(hour, MillisecondsPerHour);
  }
  return partitions;
}
