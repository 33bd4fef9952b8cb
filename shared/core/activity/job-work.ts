import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';

/** One thing that long work found or did; `list` parts those of one job into lists. */
export interface Finding {
  list: string;
  found: Record<string, unknown>;
}

/** How far long work came. */
export interface JobWork {
  /** The slice that comes next, counted from 0. */
  slice: number;
  /** What the next slice needs to know, in the words of the job's kind. */
  state: unknown;
  /** What came out; null while slices are left. */
  result: Record<string, unknown> | null;
}

/** What long work knows between two messages of its queue; kept as long as its job. */
export interface JobWorkStore {
  begin(context: TenantContext, jobId: string, state: unknown, now: Instant): Promise<void>;
  find(context: TenantContext, jobId: string): Promise<JobWork | undefined>;
  /** False when this slice was done already. */
  advance(
    context: TenantContext,
    jobId: string,
    slice: number,
    next: Omit<JobWork, 'slice'>,
    now: Instant,
  ): Promise<boolean>;
  /** Notes what a slice found; doing so again overwrites it. */
  note(
    context: TenantContext,
    jobId: string,
    slice: number,
    findings: readonly Finding[],
    now: Instant,
  ): Promise<void>;
  findings(
    context: TenantContext,
    jobId: string,
    list: string,
    request: PageRequest,
  ): Promise<Page<Record<string, unknown>>>;
}
