import * as z from 'zod';
import type { JobWork, JobWorkStore } from '../../core/activity/job-work.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Key } from './keys.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

/** Kept one day longer than its job, which names it. */
const KeptDays = 8;
const WritesAtOnce = 20;

const WorkRow = z.object({ slice: z.int(), packed: z.unknown() });
/** Packed, because a state may hold much that repeats itself. */
const Packed = z.object({
  state: z.unknown(),
  result: z.record(z.string(), z.unknown()).nullable(),
});
const FindingRow = z.object({ found: z.record(z.string(), z.unknown()) });

const workKey = (jobId: string): Key => ({ partition: '', sort: `JOB-WORK#${jobId}` });
const findingPartition = (jobId: string) => `JOB#${jobId}`;
const expiryOf = (now: Instant) => addMilliseconds(now, KeptDays * MillisecondsPerDay);
/** So that they sort as text in the order in which they were found. */
const padded = (number: number) => String(number).padStart(6, '0');

function itemOf(slice: number, work: Omit<JobWork, 'slice'>): Item {
  return { type: 'JobWork', slice, packed: pack(work) };
}

export function jobWorkStore(table: Table): JobWorkStore {
  return {
    async begin(context, jobId, state, now) {
      const item = itemOf(0, { state, result: null });
      await table.tenant(context).put(workKey(jobId), item, { expiresAt: expiryOf(now) });
    },

    async find(context, jobId) {
      const item = await table.tenant(context).get(workKey(jobId));
      if (!item) return undefined;
      const { slice, packed } = WorkRow.parse(item);
      return { slice, ...Packed.parse(unpack(packed)) };
    },

    async advance(context, jobId, slice, next, now) {
      const item = itemOf(slice + 1, next);
      const condition = { equals: ['slice', slice] } as const;
      try {
        await table.tenant(context).put(workKey(jobId), item, { expiresAt: expiryOf(now), condition });
        return true;
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        return false;
      }
    },

    async note(context, jobId, slice, findings, now) {
      const items = table.tenant(context);
      for (let start = 0; start < findings.length; start += WritesAtOnce) {
        const writes = findings.slice(start, start + WritesAtOnce).map(({ list, found }, index) => {
          const sort = `${list}#${padded(slice)}#${padded(start + index)}`;
          const key = { partition: findingPartition(jobId), sort };
          return items.put(key, { type: 'JobFinding', found }, { expiresAt: expiryOf(now) });
        });
        await Promise.all(writes);
      }
    },

    async findings(context, jobId, list, request) {
      const query = {
        partition: findingPartition(jobId),
        sortPrefix: `${list}#`,
        scope: `job|${jobId}|${list}`,
      };
      const { items, cursor } = await table.tenant(context).page(query, request);
      return { items: items.map((item) => FindingRow.parse(item).found), ...(cursor && { cursor }) };
    },
  };
}
