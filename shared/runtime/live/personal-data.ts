import { continueAuthorErasure } from '../../core/personal-data/erase-author.ts';
import { continueAuthorExport, continueOrganizationExport } from '../../core/personal-data/export-data.ts';
import { clock } from './clock.ts';
import { exportFiles } from './export-files.ts';
import { jobs } from './jobs.ts';
import { tenantRecords } from './tenant-records.ts';

const deps = { records: tenantRecords, files: exportFiles, jobs, clock };

export const personalData = {
  author_erasure: continueAuthorErasure(deps),
  author_export: continueAuthorExport(deps),
  organization_export: continueOrganizationExport(deps),
};
