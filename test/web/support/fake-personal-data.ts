import { gzipSync } from 'node:zlib';
import {
  EraseAuthor,
  ExportAuthor,
  ExportOrganization,
  GetExportFile,
} from '../../../shared/contract/api/personal-data.ts';
import type { FakeJobs } from './fake-jobs.ts';
import { type FakeRoute, fake } from './fake-route.ts';

/** Exports of two files, and an erasure that forgets nothing. */
export function fakePersonalData(jobs: FakeJobs): FakeRoute[] {
  return [
    fake(ExportOrganization, () => jobs.start('organization_export', { files: 2, items: 1_204 })),
    fake(ExportAuthor, () => jobs.start('author_export', { files: 1, items: 7 })),
    fake(EraseAuthor, () => jobs.start('author_erasure', { erased: 7 })),
    fake(GetExportFile, ({ params }) => gzipSync(`{"file":${params.number}}\n`)),
  ];
}
