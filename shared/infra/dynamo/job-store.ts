import * as z from 'zod';
import { Job } from '../../core/activity/job.ts';
import type { JobStore } from '../../core/activity/job-ports.ts';
import { isAppError, notFound } from '../../core/kernel/errors.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

/** A set of part names makes a repeated report count once; its size is the progress. */
const Row = Job.omit({ doneParts: true }).extend({ partsDone: z.set(z.string()).optional() });

const KeptDays = 7;
const keyOf = (jobId: string) => ({ partition: '', sort: `JOB#${jobId}` });

export function jobStore(table: Table): JobStore {
  return {
    async create(context, { doneParts: _doneParts, ...job }) {
      await table.tenant(context).put(
        keyOf(job.jobId),
        { type: 'Job', ...job },
        {
          expiresAt: addMilliseconds(job.createdAt, KeptDays * MillisecondsPerDay),
          condition: { absent: 'pk' },
        },
      );
    },

    async find(context, jobId) {
      const item = await table.tenant(context).get(keyOf(jobId));
      return item && toJob(item);
    },

    async get(context, jobId) {
      const item = await table.tenant(context).get(keyOf(jobId));
      if (!item) throw notFound('The job');
      return toJob(item);
    },

    async partDone(context, jobId, part, now) {
      const items = table.tenant(context);
      try {
        const job = toJob(
          await items.update(keyOf(jobId), {
            add: { partsDone: new Set([part]) },
            condition: { present: 'pk' },
          }),
        );
        if (job.status !== 'running' || job.doneParts < job.parts) return;
        await items.update(keyOf(jobId), {
          set: { status: 'succeeded', finishedAt: now },
          condition: { equals: ['status', 'running'] },
        });
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
      }
    },

    async progress(context, jobId, parts) {
      await ifThere(
        table.tenant(context).update(keyOf(jobId), {
          add: { partsDone: new Set(parts) },
          condition: { present: 'pk' },
        }),
      );
    },

    async finish(context, jobId, end, now) {
      await ifThere(
        table.tenant(context).update(keyOf(jobId), {
          set: { ...end, finishedAt: now },
          condition: { equals: ['status', 'running'] },
        }),
      );
    },
  };
}

/** A job that ended long ago is gone. */
async function ifThere(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
  }
}

function toJob(item: Item): Job {
  const { partsDone, ...job } = Row.parse(item);
  return { ...job, doneParts: partsDone?.size ?? 0 };
}
