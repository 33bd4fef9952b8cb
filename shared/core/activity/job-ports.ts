import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Job } from './job.ts';

export interface JobStore {
  create(context: TenantContext, job: Job): Promise<void>;
  find(context: TenantContext, jobId: string): Promise<Job | undefined>;
  /** @throws not-found */
  get(context: TenantContext, jobId: string): Promise<Job>;
  /**
   * Counts a part as done, once however often it is reported, and finishes the job with the last one.
   * A job that is gone, because it ended long ago, is left alone.
   */
  partDone(context: TenantContext, jobId: string, part: string, now: Instant): Promise<void>;
  /** Counts parts as done without finishing the job, which ends with its result. */
  progress(context: TenantContext, jobId: string, parts: readonly string[]): Promise<void>;
  /** Ends a running job; one that has ended, or is gone, is left alone. */
  finish(
    context: TenantContext,
    jobId: string,
    end: { status: 'succeeded' | 'failed'; result: Record<string, unknown> },
    now: Instant,
  ): Promise<void>;
}
