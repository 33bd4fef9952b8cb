import { GetOverview } from '../../../shared/contract/api/analytics.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { askedPeriods } from '../../../shared/core/reports/asked-periods.ts';
import { type OverviewDeps, readOverview } from '../../../shared/core/reports/overview.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends OverviewDeps {
  organizations: Pick<OrganizationStore, 'get'>;
}

export const getOverview = (deps: Deps) =>
  route(GetOverview, async ({ context, query: { from, to, accountId, provider, top, ...query } }) => {
    const timeZone = query.timeZone ?? (await deps.organizations.get(context)).timeZone;
    const periods = askedPeriods({ from, to, timeZone });
    return readOverview(
      deps,
      context,
      periods,
      { accountIds: accountId === undefined ? [] : [accountId], provider },
      top,
    );
  });
