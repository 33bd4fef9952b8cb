import type { Job } from '../activity/job.ts';
import { type DoSlice, type SliceDeps, startSlicedJob } from '../activity/run-slice.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { AuthorReference } from './author.ts';
import { type ExportDeps, ExportState, exportOn } from './export-file.ts';
import type { TenantRecords } from './ports.ts';
import { recordsOfAuthor } from './records-of-author.ts';
import { allLists } from './walk-records.ts';

export interface StartDeps extends Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  records: Pick<TenantRecords, 'roots'>;
  newId: NewId;
}

const Nothing = { files: 0, items: 0 };
const AuthorExportState = ExportState.extend(AuthorReference.shape);

/** Writes down, in a job, everything that is stored of the organization, without its secrets (ST-06). */
export function startOrganizationExport(deps: StartDeps, context: TenantContext, now: Instant): Promise<Job> {
  const state = { ...Nothing, remaining: allLists(deps.records) };
  const parts = deps.records.roots.length;
  return startSlicedJob(deps, context, { kind: 'organization_export', parts, state }, now);
}

export function continueOrganizationExport(deps: ExportDeps): DoSlice {
  return (context, { jobId }, given) =>
    exportOn(deps, context, jobId, ExportState.parse(given), async (records) => records);
}

/** Writes down, in a job, everything that is stored about an author (ST-06). */
export function startAuthorExport(
  deps: StartDeps,
  context: TenantContext,
  author: AuthorReference,
  now: Instant,
): Promise<Job> {
  const state = { ...Nothing, ...author, remaining: allLists(deps.records) };
  const parts = deps.records.roots.length;
  return startSlicedJob(deps, context, { kind: 'author_export', parts, state }, now);
}

export function continueAuthorExport(deps: ExportDeps): DoSlice {
  return async (context, { jobId }, given) => {
    const { provider, authorExternalId, ...state } = AuthorExportState.parse(given);
    const author = { provider, authorExternalId };
    const slice = await exportOn(deps, context, jobId, state, (records) =>
      recordsOfAuthor(deps.records, context, records, author),
    );
    return slice.result ? slice : { ...slice, state: { ...(slice.state as object), ...author } };
  };
}
