import type { AccountStore } from '../accounts/ports.ts';
import type { RollupStore } from '../activity/rollup.ts';
import type { ContentStore } from '../content/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { AccountFigures, ContentFigures, ProviderFigures, TopicFigures } from './breakdowns.ts';
import { type FigureScope, type PeriodFigures, streamedFigures } from './figures.ts';
import { boundsOf, type Period } from './report-period.ts';
import { answeredShare, type Tally } from './tally.ts';

/** A period beside the one before it, with what a reader needs to name accounts and content. */
export interface Overview {
  current: Pick<PeriodFigures, 'period' | 'figures' | 'days'>;
  previous: Pick<PeriodFigures, 'period' | 'figures' | 'days'>;
  accounts: (NamedAccount & Answered)[];
  providers: (ProviderFigures & Answered)[];
  topContent: NamedContent[];
  topTopics: TopicFigures[];
}

/** Null when nothing was said. */
interface Answered {
  answeredShare: number | null;
}

export type NamedAccount = AccountFigures & { name: string };
export type NamedContent = ContentFigures & {
  provider: string;
  title: string;
  permalink: string | null;
  postedAt: string | null;
};

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
  scope: FigureScope,
  most: number,
): Promise<Overview> {
  const [current, previous] = await Promise.all([
    readFigures(deps, context, periods.current, scope),
    readFigures(deps, context, periods.previous, scope),
  ]);
  const { period, figures, days } = current;
  return {
    current: { period, figures, days },
    previous: { period: previous.period, figures: previous.figures, days: previous.days },
    accounts: (await namedAccounts(deps, context, current.accounts)).map(withAnsweredShare),
    providers: current.providers.map(withAnsweredShare),
    topContent: await namedContent(deps, context, current.content.slice(0, most)),
    topTopics: current.topics.slice(0, most),
  };
}

function withAnsweredShare<T extends Tally>(figures: T): T & Answered {
  return { ...figures, answeredShare: answeredShare(figures) };
}

/** The figures of one period by themselves. */
export async function readFigures(
  deps: OverviewDeps,
  context: TenantContext,
  period: Period,
  scope: FigureScope,
): Promise<PeriodFigures> {
  const { from, until } = boundsOf(period);
  return streamedFigures(period, deps.rollups.between(context, from, until), scope);
}

export function namedAccounts(
  { accounts }: Pick<OverviewDeps, 'accounts'>,
  context: TenantContext,
  figures: readonly AccountFigures[],
): Promise<NamedAccount[]> {
  return Promise.all(
    figures.map(async (account) => ({
      ...account,
      name: (await accounts.find(context, account.accountId))?.name ?? account.accountId,
    })),
  );
}

export async function namedContent(
  deps: Pick<OverviewDeps, 'contents'>,
  context: TenantContext,
  figures: readonly ContentFigures[],
): Promise<NamedContent[]> {
  const contents = await deps.contents.findMany(
    context,
    figures.map(({ contentId }) => contentId),
  );
  const byId = new Map(contents.map((content) => [content.contentId, content]));
  return figures.map((entry) => {
    const { provider = '', title = '', permalink = null, postedAt = null } = byId.get(entry.contentId) ?? {};
    return { ...entry, provider, title, permalink, postedAt };
  });
}
