import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as contract from '../../../shared/contract/api/personal-data.ts';
import type { Api } from './api.ts';
import { type Job, useJob } from './jobs.ts';
import { type Arguments, operation } from './operation.ts';
import { QueryKeys } from './query-keys.ts';
import { useApi } from './services.ts';
import { fileOf } from './use-download.ts';

export type AuthorReference = Arguments<typeof contract.ExportAuthor>['body'];

const ExportOrganization = operation<typeof contract.ExportOrganization>(
  'POST',
  '/v1/organization/export',
  true,
);
const ExportAuthor = operation<typeof contract.ExportAuthor>('POST', '/v1/authors/export', true);
const EraseAuthor = operation<typeof contract.EraseAuthor>('POST', '/v1/authors/erase', true);
const GetExportFile = operation<typeof contract.GetExportFile>(
  'GET',
  '/v1/exports/{jobId}/files/{number}',
  false,
);

function useStartedJob(ask: (api: Api) => Promise<Job>, onEnded?: (job: Job) => void) {
  const api = useApi();
  const start = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: () => ask(api),
  });
  const followed = useJob(start.data?.jobId, onEnded);
  const job = followed.data ?? start.data;
  return { start, job, isUnderWay: start.isPending || job?.status === 'running' };
}
export type StartedJob = ReturnType<typeof useStartedJob>;

export function useOrganizationExport(): StartedJob {
  return useStartedJob((api) => api.call(ExportOrganization, {}));
}

export function useAuthorExport(author: AuthorReference): StartedJob {
  return useStartedJob((api) => api.call(ExportAuthor, { body: author }));
}

/** `onErased` is not called when the work was interrupted. */
export function useAuthorErasure(author: AuthorReference, onErased: () => void): StartedJob {
  const queries = useQueryClient();
  return useStartedJob(
    (api) => api.call(EraseAuthor, { body: author }),
    ({ status }) => {
      if (status !== 'succeeded') return;
      onErased();
      for (const key of [QueryKeys.interactions, QueryKeys.conversations, QueryKeys.executions]) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
  );
}

/** The files of an export as one: compressed files, one after another, are a compressed file. */
export function exportFileOf({ jobId, result }: Job) {
  const numbers = Array.from({ length: Number(result?.['files'] ?? 0) }, (_, index) => String(index + 1));
  const fileName = `${jobId}.ndjson.gz`;
  const paths = numbers.flatMap(
    (number) => fileOf(GetExportFile, { params: { jobId, number } }, fileName).paths,
  );
  return { paths, fileName };
}
