import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Job, JobKind } from './job.ts';
import type { JobStore } from './job-ports.ts';

/** Writes a job down before its work begins, so that a part that is done early finds it. */
export async function startJob(
  deps: { jobs: Pick<JobStore, 'create'>; newId: NewId },
  context: TenantContext,
  work: { kind: JobKind; parts: number; result: Record<string, unknown> | null },
  now: Instant,
): Promise<Job> {
  const isDone = work.parts === 0;
  const job: Job = {
    jobId: deps.newId('job'),
    ...work,
    status: isDone ? 'succeeded' : 'running',
    doneParts: 0,
    createdAt: now,
    createdBy: context.actor.kind === 'member' ? context.actor.memberId : context.actor.kind,
    finishedAt: isDone ? now : null,
  };
  await deps.jobs.create(context, job);
  return job;
}
