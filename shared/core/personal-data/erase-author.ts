import * as z from 'zod';
import type { Job } from '../activity/job.ts';
import type { JobStore } from '../activity/job-ports.ts';
import { type DoSlice, startSlicedJob } from '../activity/run-slice.ts';
import { hasLiveLease, Interaction } from '../interactions/interaction.ts';
import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import { AuthorReference } from './author.ts';
import type { StartDeps } from './export-data.ts';
import type { ExportFiles, StoredRecord, TenantRecords } from './ports.ts';
import { recordsOfAuthor } from './records-of-author.ts';
import { allLists, doneRoots, RemainingLists, walkOn } from './walk-records.ts';

const ErasureState = AuthorReference.extend({
  remaining: RemainingLists,
  erased: z.int(),
  /** Whether this pass has found anything. */
  hasFound: z.boolean(),
});
type ErasureState = z.infer<typeof ErasureState>;

const Leased = Interaction.pick({ lease: true });

export interface EraseDeps {
  records: TenantRecords;
  files: Pick<ExportFiles, 'eraseAll'>;
  jobs: Pick<JobStore, 'finish'>;
  clock: Clock;
}

/** Erases, in a job, everything that is stored about an author; counts in rollups name nobody and stay (ST-06). */
export function startAuthorErasure(
  deps: StartDeps,
  context: TenantContext,
  author: AuthorReference,
  now: Instant,
): Promise<Job> {
  const state: ErasureState = {
    ...author,
    remaining: [...allLists(deps.records)],
    erased: 0,
    hasFound: false,
  };
  const parts = deps.records.roots.length;
  return startSlicedJob(deps, context, { kind: 'author_erasure', parts, state }, now);
}

/**
 * Erases pass by pass until one finds nothing any more: workers that had read a comment before may have written about
 * it behind the pass.
 */
export function continueAuthorErasure(deps: EraseDeps): DoSlice {
  return async (context, { jobId }, given) => {
    const state = ErasureState.parse(given);
    let { erased, hasFound } = state;
    const remaining = await walkOn(deps.records, context, state.remaining, async (records) => {
      const found = await recordsOfAuthor(deps.records, context, records, state);
      const others = found.filter((record) => !isOfJob(record, jobId));
      await erase(deps, context, others);
      erased += others.length;
      hasFound ||= others.length > 0;
      return 'on';
    });
    const doneParts = doneRoots(deps.records, remaining);
    if (remaining.length > 0) {
      return { state: { ...state, remaining, erased, hasFound }, result: null, doneParts };
    }
    if (hasFound) {
      const again = { ...state, remaining: allLists(deps.records), erased, hasFound: false };
      return { state: again, result: null, doneParts };
    }
    // Copies of what is gone, as far as anybody can tell.
    await deps.files.eraseAll(context);
    return { state: null, result: { erased }, doneParts };
  };
}

async function erase(deps: EraseDeps, context: TenantContext, found: readonly StoredRecord[]): Promise<void> {
  const now = deps.clock.now();
  if (found.some((record) => isBeingAnswered(record, now))) {
    const message = 'A reply to this person is being posted. The erasure goes on when its end is recorded.';
    throw new AppError('unavailable', 'reply_in_flight', message);
  }
  for (const { type, key } of found) {
    if (type === 'JobWork') await stop(deps, context, key.sort, now);
  }
  if (found.length > 0) await deps.records.erase(context, found, now);
}

/** Its worker would record what it has posted behind the last pass; the slice comes again after its lease. */
function isBeingAnswered({ type, fields }: StoredRecord, now: Instant): boolean {
  return type === 'Interaction' && hasLiveLease(Leased.parse(fields), now);
}

/** Long work that has the author in its hands cannot go on without what it knows of them. */
async function stop({ jobs }: EraseDeps, context: TenantContext, sort: string, now: Instant): Promise<void> {
  const result = { reason: 'author_erased' };
  await jobs.finish(context, sort.slice('JOB-WORK#'.length), { status: 'failed', result }, now);
}

function isOfJob({ type, key }: StoredRecord, jobId: string): boolean {
  return type === 'JobWork' && key.sort === `JOB-WORK#${jobId}`;
}
