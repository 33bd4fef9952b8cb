import type { StartDeps } from '../../../shared/core/personal-data/export-data.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { exportFiles } from '../../../shared/runtime/live/export-files.ts';
import { jobWork } from '../../../shared/runtime/live/job-work.ts';
import { jobs } from '../../../shared/runtime/live/jobs.ts';
import { sendSlice } from '../../../shared/runtime/live/send-slice.ts';
import { tenantRecords } from '../../../shared/runtime/live/tenant-records.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { eraseAuthor } from './erase-author.ts';
import { exportAuthor } from './export-author.ts';
import { exportOrganization } from './export-organization.ts';
import { type FileDeps, getExportFile } from './get-export-file.ts';

export const createPersonalDataHandler = (
  deps: StartDeps & FileDeps,
  tools: Parameters<typeof resource>[1] = {},
) => resource([exportOrganization(deps), exportAuthor(deps), eraseAuthor(deps), getExportFile(deps)], tools);

export const handler = createPersonalDataHandler({
  jobs,
  work: jobWork,
  sendSlice,
  newId,
  records: tenantRecords,
  files: exportFiles,
});
