import { GetCoverageReport } from '../../../shared/contract/api/coverage.ts';
import { type GatherCoverageDeps, gatherCoverage } from '../../../shared/core/coverage/gather-coverage.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends GatherCoverageDeps {
  organizations: Pick<OrganizationStore, 'get'>;
}

export const getCoverageReport = (deps: Deps) =>
  route(GetCoverageReport, async ({ context, params }) => {
    const { timeZone } = await deps.organizations.get(context);
    return gatherCoverage(deps, context, params.campaignId, timeZone);
  });
