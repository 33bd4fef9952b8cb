import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Counts } from '../../shared/core/activity/rollup.ts';
import type { Content } from '../../shared/core/content/content.ts';
import type { Clipping } from '../../shared/core/coverage/clipping.ts';
import type { FormerMember, Member } from '../../shared/core/organizations/member.ts';
import type { Organization } from '../../shared/core/organizations/organization.ts';
import type { ComposeDeps } from '../../shared/core/reports/compose-report.ts';
import type { ReportSchedule } from '../../shared/core/reports/report-schedule.ts';

export function anOrganization(overrides: Partial<Organization> = {}): Organization {
  return {
    organizationId: 'org_beanbar',
    name: 'Bean Bar',
    language: 'en',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    signature: '',
    dryRun: false,
    automationPausedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    version: 1,
    ...overrides,
  };
}

export function aReportSchedule(overrides: Partial<ReportSchedule> = {}): ReportSchedule {
  return {
    scheduleId: 'rep_1',
    name: 'Monday report',
    enabled: true,
    frequency: 'weekly',
    weekday: 1,
    dayOfMonth: 1,
    time: '08:00',
    timeZone: 'Europe/Berlin',
    recipients: [{ email: 'ana@beanbar.example', name: 'Ana Müller' }],
    reportType: 'overview',
    accountIds: [],
    format: 'html_email',
    onlyWhenThereIsSomething: false,
    lastSentAt: null,
    nextScheduledAt: '2026-11-23T07:00:00.000Z',
    sendCount: 0,
    lastFailure: null,
    createdAt: '2026-11-01T00:00:00.000Z',
    createdBy: 'mem_ana',
    version: 1,
    ...overrides,
  };
}

/** Counts of one bucket: how many comments of one account had which sentiment and status. */
export function countsOf(
  accountId: string,
  ...rows: [sentiment: string, status: string, amount: number][]
): Counts {
  return Object.fromEntries(
    rows.map(([sentiment, status, amount]) => [
      `interaction|${accountId}|facebook|${sentiment}|${status}`,
      amount,
    ]),
  );
}

interface World {
  organization?: Partial<Organization>;
  buckets?: readonly { bucket: string; counts: Counts }[];
  contents?: readonly Pick<Content, 'contentId' | 'title' | 'permalink'>[];
  members?: Member[];
  formerMembers?: FormerMember[];
  clippings?: readonly Clipping[];
  accountNames?: Readonly<Record<string, string>>;
}

/** What a report is composed from, in memory. */
export function reportSources(world: World = {}): ComposeDeps {
  return {
    organizations: {
      get: async () => anOrganization(world.organization),
      members: async () => world.members ?? [],
      formerMembers: async () => world.formerMembers ?? [],
    },
    coverage: { clippings: async () => ({ items: [...(world.clippings ?? [])] }) },
    rollups: {
      async *between(_context, from, until) {
        for (const entry of world.buckets ?? []) {
          if (entry.bucket >= from.slice(0, 16) && entry.bucket < until.slice(0, 16)) yield entry;
        }
      },
    },
    accounts: {
      find: async (_context, accountId) =>
        ({ name: world.accountNames?.[accountId] ?? accountId }) as SocialAccount,
    },
    contents: {
      findMany: async (_context, ids) =>
        (world.contents ?? []).filter(({ contentId }) => ids.includes(contentId)) as Content[],
    },
    drawChart: async () => Buffer.from('a drawing'),
    writePdf: async () => Buffer.from('a PDF'),
    writeWorkbook: async () => Buffer.from('a workbook'),
    signingKey: async () => 'a signing key for tests',
    publicUrl: 'https://earshot.example',
  };
}
