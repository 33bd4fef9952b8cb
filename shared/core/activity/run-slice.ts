import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import type { Job, JobKind } from './job.ts';
import type { JobStore } from './job-ports.ts';
import type { Finding, JobWork, JobWorkStore } from './job-work.ts';
import { startJob } from './start-job.ts';

/** Asks for the next slice of long work. */
export type SendSlice = (context: TenantContext, jobId: string, slice: number) => Promise<void>;

export interface SliceDeps {
  jobs: JobStore;
  work: JobWorkStore;
  sendSlice: SendSlice;
  clock: Clock;
}

/** What one slice did; `result` ends the job. */
export interface Slice extends Omit<JobWork, 'slice'> {
  findings?: readonly Finding[] | undefined;
  /** The parts of the job that are behind it now. */
  doneParts?: readonly string[] | undefined;
}

/** Does as much of a job as fits into one message; doing the same slice again must change nothing more. */
export type DoSlice = (context: TenantContext, job: Job, state: unknown) => Promise<Slice>;

/** Begins work that is too long for one call: its job is written down, then its first slice is asked for. */
export async function startSlicedJob(
  deps: Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> & { newId: NewId },
  context: TenantContext,
  { kind, parts, state }: { kind: JobKind; parts: number; state: unknown },
  now: Instant,
): Promise<Job> {
  const job = await startJob(deps, context, { kind, parts, result: null }, now);
  await deps.work.begin(context, job.jobId, state, now);
  await deps.sendSlice(context, job.jobId, 0);
  return job;
}

/**
 * Does one slice of a job and asks for the next one. A message that comes again finds its slice done, and only passes on
 * what the first one may have died over.
 */
export async function runSlice(
  deps: SliceDeps,
  context: TenantContext,
  { jobId, slice }: { jobId: string; slice: number },
  doers: Partial<Record<JobKind, DoSlice>>,
): Promise<void> {
  const [job, found] = await Promise.all([deps.jobs.find(context, jobId), deps.work.find(context, jobId)]);
  const doSlice = job && doers[job.kind];
  if (!doSlice || !found || job.status !== 'running' || slice < found.slice - 1) return;
  const done = slice === found.slice ? await doNext(deps, context, job, found, doSlice) : found;
  if (!done) return;
  if (done.result)
    await deps.jobs.finish(context, jobId, { status: 'succeeded', result: done.result }, deps.clock.now());
  else await deps.sendSlice(context, jobId, slice + 1);
}

async function doNext(
  { jobs, work, clock }: SliceDeps,
  context: TenantContext,
  job: Job,
  { slice, state }: JobWork,
  doSlice: DoSlice,
): Promise<Omit<JobWork, 'slice'> | undefined> {
  const { jobId } = job;
  const { findings = [], doneParts = [], ...next } = await doSlice(context, job, state);
  await work.note(context, jobId, slice, findings, clock.now());
  if (!(await work.advance(context, jobId, slice, next, clock.now()))) return undefined;
  if (doneParts.length > 0) await jobs.progress(context, jobId, doneParts);
  return next;
}
