import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import type { PeriodFigures } from './figures.ts';
import { type Overview, type OverviewDeps, readFigures, readOverview } from './overview.ts';
import { daysIn, type Frequency, type Period, previousPeriod } from './report-period.ts';
import { addDays } from './zoned-time.ts';

/** All that a report says, before it is put into words. */
export interface Report {
  organization: Pick<Organization, 'organizationId' | 'name' | 'language' | 'country'>;
  frequency: Frequency;
  overview: Overview;
  /** The days of the chart: those of the period, or the week that ends with it when it is shorter. */
  trend: PeriodFigures['days'];
}

export interface GatherDeps extends OverviewDeps {
  organizations: Pick<OrganizationStore, 'get'>;
}

const FewestTrendDays = 7;

/** Reads the figures of a report: the organization, two periods, and the names of what is mentioned. */
export async function gatherReport(
  deps: GatherDeps,
  context: TenantContext,
  asked: { frequency: Frequency; period: Period; accountIds: readonly string[] },
): Promise<Report> {
  const { frequency, period, accountIds } = asked;
  const periods = { current: period, previous: previousPeriod(period, frequency) };
  const [{ organizationId, name, language, country }, overview] = await Promise.all([
    deps.organizations.get(context),
    readOverview(deps, context, periods, accountIds),
  ]);
  const trend =
    daysIn(period) >= FewestTrendDays
      ? overview.current.days
      : (await readFigures(deps, context, lastDaysOf(period), accountIds)).days;
  return { organization: { organizationId, name, language, country }, frequency, overview, trend };
}

function lastDaysOf(period: Period): Period {
  return { ...period, from: addDays(period.to, 1 - FewestTrendDays) };
}
