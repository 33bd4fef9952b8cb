import { type Counts, instantOfBucket, parseCell, sumOfCounts } from '../activity/rollup.ts';
import { polarityOf, Sentiment } from '../analysis/analysis.ts';
import { daysOf, type Period } from './report-period.ts';
import { type Day, dayIn } from './zoned-time.ts';

/** What was said in a time, how it was meant, and what became of it. */
export interface Figures {
  /** Everything that others said, deleted comments left out. */
  interactions: number;
  positive: number;
  neutral: number;
  negative: number;
  /** Not analysed. */
  unknown: number;
  answered: number;
  /** Between 0 and 1; null when nothing was said. */
  answeredShare: number | null;
  /** Still in the hands of people. */
  waiting: number;
  /** Press coverage that was confirmed. */
  clippings: number;
}

export interface PeriodFigures {
  period: Period;
  figures: Figures;
  days: ({ day: Day } & Figures)[];
  /** The most first. */
  accounts: { accountId: string; provider: string; interactions: number; answered: number }[];
  topContent: { contentId: string; interactions: number }[];
}

const TopContentLength = 5;

/** CM-19: the figures of a period from its counts, for some accounts or (none given) for all. */
export function periodFigures(
  period: Period,
  buckets: readonly { bucket: string; counts: Counts }[],
  accountIds: readonly string[] = [],
): PeriodFigures {
  const byDay = Map.groupBy(buckets, ({ bucket }) => dayIn(period.timeZone, instantOfBucket(bucket)));
  const countsOf = (found: readonly { counts: Counts }[]) =>
    countsOfAccounts(sumOfCounts(found.map(({ counts }) => counts)), accountIds);
  const all = countsOf(buckets);
  return {
    period,
    figures: figuresOf(all),
    days: daysOf(period).map((day) => ({ day, ...figuresOf(countsOf(byDay.get(day) ?? [])) })),
    accounts: accountsOf(all),
    topContent: topContentOf(all),
  };
}

/** Counts that belong to no account, such as press coverage, stay. */
function countsOfAccounts(counts: Counts, accountIds: readonly string[]): Counts {
  if (accountIds.length === 0) return counts;
  return Object.fromEntries(
    Object.entries(counts).filter(([name]) => {
      const cell = parseCell(name);
      return !cell || !('accountId' in cell) || accountIds.includes(cell.accountId);
    }),
  );
}

function figuresOf(counts: Counts): Figures {
  const figures = { interactions: 0, positive: 0, neutral: 0, negative: 0, unknown: 0 };
  let [answered, waiting, clippings] = [0, 0, 0];
  for (const [name, amount] of Object.entries(counts)) {
    const cell = parseCell(name);
    if (cell?.counts === 'clipping') clippings += amount;
    if (cell?.counts !== 'interaction') continue;
    const sentiment = Sentiment.safeParse(cell.sentiment);
    figures.interactions += amount;
    figures[sentiment.success ? polarityOf(sentiment.data) : 'unknown'] += amount;
    if (cell.status === 'replied') answered += amount;
    if (cell.status === 'manual') waiting += amount;
  }
  const answeredShare = figures.interactions > 0 ? answered / figures.interactions : null;
  return { ...figures, answered, answeredShare, waiting, clippings };
}

function accountsOf(counts: Counts): PeriodFigures['accounts'] {
  const found = new Map<string, PeriodFigures['accounts'][number]>();
  for (const [name, amount] of Object.entries(counts)) {
    const cell = parseCell(name);
    if (cell?.counts !== 'interaction') continue;
    const { accountId, provider } = cell;
    const account = found.get(accountId) ?? { accountId, provider, interactions: 0, answered: 0 };
    account.interactions += amount;
    if (cell.status === 'replied') account.answered += amount;
    found.set(accountId, account);
  }
  return [...found.values()]
    .filter(({ interactions }) => interactions > 0)
    .sort((a, b) => b.interactions - a.interactions || (a.accountId < b.accountId ? -1 : 1));
}

function topContentOf(counts: Counts): PeriodFigures['topContent'] {
  return Object.entries(counts)
    .flatMap(([name, interactions]) => {
      const cell = parseCell(name);
      return cell?.counts === 'content' && interactions > 0
        ? [{ contentId: cell.contentId, interactions }]
        : [];
    })
    .sort((a, b) => b.interactions - a.interactions || (a.contentId < b.contentId ? -1 : 1))
    .slice(0, TopContentLength);
}
