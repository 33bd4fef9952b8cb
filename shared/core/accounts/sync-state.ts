import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay, MillisecondsPerMinute } from '../kernel/time.ts';
import { emptyReport, SyncReport } from './sync-report.ts';

/** Where the reading of an account stands; kept apart from the account, which people see and edit. */
export const SyncState = z.object({
  accountId: z.string(),
  /** One pass at a time: only its holder reads; it ends by itself after a crash. */
  lease: z.object({ token: z.string(), until: z.string() }).nullable(),
  /** Everything until here was read. */
  watermark: z.string().nullable(),
  lastFullAt: z.string().nullable(),
  /** Passes in a row that failed. */
  failures: z.int(),
  /** A pass that has not finished; `after` is the last post that it has completed. */
  run: z
    .object({ startedAt: z.string(), isFull: z.boolean(), after: z.string().nullable(), report: SyncReport })
    .nullable(),
});
export type SyncState = z.infer<typeof SyncState>;
export type SyncRun = NonNullable<SyncState['run']>;

export interface SyncStateStore {
  /** Takes the lease unless somebody holds a live one; creates the state of a new account. */
  lease(accountContext: SyncLeaseRequest): Promise<SyncState | undefined>;
  /** Stores progress while holding the lease. @throws conflict when the lease was lost. */
  save(context: SyncLeaseRequest['context'], state: SyncState, token: string): Promise<void>;
}

export interface SyncLeaseRequest {
  context: TenantContext;
  accountId: string;
  token: string;
  now: Instant;
  until: Instant;
}

export const SyncEveryMilliseconds = 15 * MillisecondsPerMinute;
export const WindowMilliseconds = 30 * MillisecondsPerDay;

/** Comments reach a platform's lists late and its clock is not ours: every pass reads this much again. */
const OverlapMilliseconds = 10 * MillisecondsPerMinute;

const LongestBackoffMilliseconds = 6 * 60 * MillisecondsPerMinute;

/** Goes on with a pass that was interrupted, or begins one; once a day everything in the window is read again. */
export function nextRun(state: SyncState, now: Instant): SyncRun {
  if (state.run) return state.run;
  const isFull = state.lastFullAt === null || addMilliseconds(state.lastFullAt, MillisecondsPerDay) <= now;
  return { startedAt: now, isFull, after: null, report: emptyReport(now) };
}

/** From when on a run reads comments; null reads all. */
export function readSince(state: SyncState, run: SyncRun): Instant | null {
  if (run.isFull || state.watermark === null) return null;
  return addMilliseconds(state.watermark, -OverlapMilliseconds);
}

export function finished(state: SyncState, run: SyncRun): SyncState {
  const { startedAt, isFull } = run;
  return {
    ...state,
    run: null,
    failures: 0,
    watermark: startedAt,
    lastFullAt: isFull ? startedAt : state.lastFullAt,
  };
}

/** 15 minutes after the first failure, twice as long after each further one, at most six hours. */
export function backoffMilliseconds(failures: number): number {
  return Math.min(LongestBackoffMilliseconds, SyncEveryMilliseconds * 2 ** Math.max(0, failures - 1));
}
