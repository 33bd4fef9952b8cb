import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startJob } from '../../../shared/core/activity/start-job.ts';
import { jobStore } from '../../../shared/infra/dynamo/job-store.ts';
import { sequentialIds } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const now = '2026-11-20T12:00:00.000Z';
const later = '2026-11-20T12:00:30.000Z';
let started: StartedTable;
beforeAll(async () => {
  started = await startTable();
});
afterAll(() => started.stop());

describe('a job', () => {
  it('ST-03 counts each part once, in any order, and is done with the last', async () => {
    const jobs = jobStore(started.table);
    const context = aContext();
    const work = { kind: 'tracker_check', parts: 2, result: { feeds: 7 } } as const;
    const { jobId } = await startJob({ jobs, newId: sequentialIds() }, context, work, now);

    await jobs.partDone(context, jobId, 'b', later);
    await jobs.partDone(context, jobId, 'b', later);
    expect(await jobs.get(context, jobId)).toMatchObject({
      status: 'running',
      parts: 2,
      doneParts: 1,
      finishedAt: null,
    });
    await jobs.partDone(context, jobId, 'a', later);
    await jobs.partDone(context, jobId, 'a', '2026-11-20T13:00:00.000Z');
    expect(await jobs.get(context, jobId)).toEqual({
      jobId,
      ...work,
      status: 'succeeded',
      doneParts: 2,
      createdAt: now,
      createdBy: 'mem_ana',
      finishedAt: later,
    });
  });

  it('ST-03 of no parts is done at once, and belongs to its organization alone', async () => {
    const jobs = jobStore(started.table);
    const deps = { jobs, newId: (prefix: string) => `${prefix}_empty` };
    const job = await startJob(deps, aContext(), { kind: 'tracker_check', parts: 0, result: null }, now);

    expect(job).toMatchObject({ status: 'succeeded', finishedAt: now });
    await expect(jobs.get(aContext({ organizationId: 'org_other' }), job.jobId)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('ST-03 that ended long ago is not brought back by a late report', async () => {
    const jobs = jobStore(started.table);
    await jobs.partDone(aContext(), 'job_gone', 'a', now);

    await expect(jobs.get(aContext(), 'job_gone')).rejects.toMatchObject({ kind: 'not-found' });
  });
});
