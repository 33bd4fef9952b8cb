import { GetCoverageWorkbook } from '../../../shared/contract/api/coverage.ts';
import { coverageDocument } from '../../../shared/core/coverage/coverage-document.ts';
import { type GatherCoverageDeps, gatherCoverage } from '../../../shared/core/coverage/gather-coverage.ts';
import { route } from '../../../shared/runtime/route.ts';
import { type TablesDeps, workbookReply } from './write-tables.ts';

export const getCoverageWorkbook = (deps: TablesDeps & GatherCoverageDeps) =>
  route(GetCoverageWorkbook, async ({ context, params }) => {
    const organization = await deps.organizations.get(context);
    const report = await gatherCoverage(deps, context, params.campaignId, organization.timeZone);
    return workbookReply(deps, coverageDocument(report, organization), organization, 'coverage');
  });
