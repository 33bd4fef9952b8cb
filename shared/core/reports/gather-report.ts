import type { Clipping } from '../coverage/clipping.ts';
import type { CoverageStore } from '../coverage/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { addDays } from '../kernel/zoned-time.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/ports.ts';
import type { MemberFigures } from './breakdowns.ts';
import type { PeriodFigures } from './figures.ts';
import {
  type NamedAccount,
  type NamedContent,
  namedAccounts,
  namedContent,
  type OverviewDeps,
  readFigures,
} from './overview.ts';
import { boundsOf, daysIn, type Frequency, type Period, previousPeriod } from './report-period.ts';
import type { ReportType } from './report-schedule.ts';

/** All that a report says, before it is put into words. */
export interface Report {
  organization: Pick<Organization, 'organizationId' | 'name' | 'language' | 'country'>;
  reportType: ReportType;
  frequency: Frequency;
  current: PeriodFigures;
  previous: PeriodFigures;
  /** The days of the charts: those of the period, or the week that ends with it when it is shorter. */
  trend: PeriodFigures['days'];
  accounts: NamedAccount[];
  members: (MemberFigures & { name: string | undefined })[];
  content: NamedContent[];
  /** The newest coverage; none where the report does not speak of it. */
  clippings: Clipping[];
  /** When it was due, of a report that is sent late. */
  lateSince: Instant | undefined;
}

export interface GatherDeps extends OverviewDeps {
  organizations: Pick<OrganizationStore, 'get' | 'members' | 'formerMembers'>;
  coverage: Pick<CoverageStore, 'clippings'>;
}

export interface AskedReport {
  reportType: ReportType;
  frequency: Frequency;
  period: Period;
  accountIds: readonly string[];
  /** When it was due, of a report that is sent late. */
  lateSince?: Instant | undefined;
}

const FewestTrendDays = 7;
const MostContent = 25;
const MostClippings = 50;
const ClippingsPerPage = 100;

/** Reads what a report needs: the organization, the counts of two periods, and the names of what is mentioned. */
export async function gatherReport(
  deps: GatherDeps,
  context: TenantContext,
  { reportType, frequency, period, accountIds, lateSince }: AskedReport,
): Promise<Report> {
  const [{ organizationId, name, language, country }, current, previous, former, members] = await Promise.all(
    [
      deps.organizations.get(context),
      readFigures(deps, context, period, { accountIds }),
      readFigures(deps, context, previousPeriod(period, frequency), { accountIds }),
      deps.organizations.formerMembers(context),
      deps.organizations.members(context),
    ],
  );
  const names = new Map([
    ...former.map(({ memberId, name }) => [memberId, name] as const),
    ...members.map((member) => [member.memberId, member.name || member.email] as const),
  ]);
  const [accounts, content, clippings, trend] = await Promise.all([
    namedAccounts(deps, context, current.accounts),
    namedContent(deps, context, current.content.slice(0, MostContent)),
    reportType === 'full' ? clippingsOf(deps.coverage, context, period) : [],
    daysIn(period) >= FewestTrendDays
      ? current.days
      : readFigures(deps, context, lastDaysOf(period), { accountIds }).then(({ days }) => days),
  ]);
  return {
    organization: { organizationId, name, language, country },
    ...{ reportType, frequency, current, previous, trend, accounts, content, clippings, lateSince },
    members: current.members.map((member) => ({ ...member, name: names.get(member.responder) })),
  };
}

/** Whether there is anything to tell; press coverage counts where the report speaks of it. */
export function saysSomething({ reportType, current: { figures } }: Report): boolean {
  const speaksOfCoverage = reportType === 'overview' || reportType === 'full';
  return figures.interactions > 0 || (speaksOfCoverage && figures.clippings > 0);
}

/** Clippings are listed newest first, so that reading ends where the period began. */
async function clippingsOf(
  coverage: GatherDeps['coverage'],
  context: TenantContext,
  period: Period,
): Promise<Clipping[]> {
  const { from, until } = boundsOf(period);
  const found: Clipping[] = [];
  let cursor: string | undefined;
  do {
    const page = await coverage.clippings(context, {}, { limit: ClippingsPerPage, cursor });
    found.push(...page.items.filter(({ detectedAt }) => detectedAt >= from && detectedAt < until));
    const isPast = page.items.some(({ detectedAt }) => detectedAt < from);
    cursor = isPast || found.length >= MostClippings ? undefined : page.cursor;
  } while (cursor !== undefined);
  return found.slice(0, MostClippings);
}

function lastDaysOf(period: Period): Period {
  return { ...period, from: addDays(period.to, 1 - FewestTrendDays) };
}
