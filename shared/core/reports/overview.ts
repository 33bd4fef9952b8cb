import type { AccountStore } from '../accounts/ports.ts';
import type { RollupStore } from '../activity/rollup.ts';
import type { ContentStore } from '../content/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Figures, type PeriodFigures, periodFigures } from './figures.ts';
import { boundsOf, type Period } from './report-period.ts';

/** A period beside the one before it, with what a reader needs to name accounts and content. */
export interface Overview {
  current: Pick<PeriodFigures, 'period' | 'figures' | 'days'>;
  previous: { period: Period; figures: Figures };
  accounts: (PeriodFigures['accounts'][number] & { name: string })[];
  topContent: (PeriodFigures['topContent'][number] & { title: string; permalink: string | null })[];
}

export interface OverviewDeps {
  rollups: Pick<RollupStore, 'between'>;
  accounts: Pick<AccountStore, 'find'>;
  contents: Pick<ContentStore, 'findMany'>;
}

/** CM-19: one read for each of both periods, one for the content, and one for each account that is named. */
export async function readOverview(
  deps: OverviewDeps,
  context: TenantContext,
  periods: { current: Period; previous: Period },
  accountIds: readonly string[] = [],
): Promise<Overview> {
  const [current, previous] = await Promise.all([
    readFigures(deps, context, periods.current, accountIds),
    readFigures(deps, context, periods.previous, accountIds),
  ]);
  const { period, figures, days } = current;
  return {
    current: { period, figures, days },
    previous: { period: previous.period, figures: previous.figures },
    accounts: await Promise.all(
      current.accounts.map(async (account) => ({
        ...account,
        name: (await deps.accounts.find(context, account.accountId))?.name ?? account.accountId,
      })),
    ),
    topContent: await namedContent(deps, context, current.topContent),
  };
}

/** The figures of one period by themselves. */
export async function readFigures(
  deps: OverviewDeps,
  context: TenantContext,
  period: Period,
  accountIds: readonly string[],
): Promise<PeriodFigures> {
  const { from, until } = boundsOf(period);
  const buckets = await Array.fromAsync(deps.rollups.between(context, from, until));
  return periodFigures(period, buckets, accountIds);
}

async function namedContent(
  deps: OverviewDeps,
  context: TenantContext,
  entries: PeriodFigures['topContent'],
): Promise<Overview['topContent']> {
  const contents = await deps.contents.findMany(
    context,
    entries.map(({ contentId }) => contentId),
  );
  return entries.map((entry) => {
    const content = contents.find(({ contentId }) => contentId === entry.contentId);
    return { ...entry, title: content?.title ?? '', permalink: content?.permalink ?? null };
  });
}
