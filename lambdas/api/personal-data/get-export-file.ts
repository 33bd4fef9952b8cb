import { GetExportFile } from '../../../shared/contract/api/personal-data.ts';
import type { JobStore } from '../../../shared/core/activity/job-ports.ts';
import type { ExportFiles } from '../../../shared/core/personal-data/ports.ts';
import { readExport } from '../../../shared/core/personal-data/read-export.ts';
import { reply, route } from '../../../shared/runtime/route.ts';

export interface FileDeps {
  jobs: Pick<JobStore, 'get'>;
  files: Pick<ExportFiles, 'find'>;
}

export const getExportFile = (deps: FileDeps) =>
  route(GetExportFile, async ({ context, params }) => {
    const fileName = `earshot-${params.number}.ndjson.gz`;
    return reply(await readExport(deps, context, params), {
      headers: { 'content-disposition': `attachment; filename="${fileName}"`, 'cache-control': 'no-store' },
    });
  });
