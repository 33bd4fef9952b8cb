import { GetAutomationAnalytics } from '../../../shared/contract/api/analytics.ts';
import type { StatisticsDeps } from '../../../shared/core/automation/rule-figures.ts';
import { automationStatistics } from '../../../shared/core/automation/statistics.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { askedPeriods } from '../../../shared/core/reports/asked-periods.ts';
import { route } from '../../../shared/runtime/route.ts';

interface Deps extends StatisticsDeps {
  organizations: Pick<OrganizationStore, 'get'>;
}

export const getAutomationAnalytics = (deps: Deps) =>
  route(GetAutomationAnalytics, async ({ context, query: { from, to, ...query }, now }) => {
    const timeZone = query.timeZone ?? (await deps.organizations.get(context)).timeZone;
    const { current, previous } = askedPeriods({ from, to, timeZone });
    const [asked, before] = await Promise.all(
      [current, previous].map((period) => automationStatistics(deps, context, period, now)),
    );
    if (!asked || !before) throw new TypeError('Two periods were asked for.');
    return { ...asked, previous: { period: before.period, figures: before.figures } };
  });
