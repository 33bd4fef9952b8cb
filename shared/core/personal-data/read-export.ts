import type { JobStore } from '../activity/job-ports.ts';
import { notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { ExportResult } from './export-file.ts';
import type { ExportFiles } from './ports.ts';

/** One file of an export that has ended. @throws not-found, also once it was deleted */
export async function readExport(
  { jobs, files }: { jobs: Pick<JobStore, 'get'>; files: Pick<ExportFiles, 'find'> },
  context: TenantContext,
  { jobId, number: given }: { jobId: string; number: string },
): Promise<Uint8Array> {
  const { kind, result } = await jobs.get(context, jobId);
  const isExport = kind === 'author_export' || kind === 'organization_export';
  const ended = isExport ? ExportResult.safeParse(result) : undefined;
  const number = Number(given);
  const isThere = ended?.success && Number.isInteger(number) && number >= 1 && number <= ended.data.files;
  const file = isThere ? await files.find(context, jobId, number) : undefined;
  if (!file) throw notFound('The file');
  return file;
}
