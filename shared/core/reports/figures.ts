import { type Counts, instantOfBucket, sumOfCounts } from '../activity/rollup.ts';
import { parseCell } from '../activity/rollup-cell.ts';
import { type Day, dayIn } from '../kernel/zoned-time.ts';
import {
  type AccountFigures,
  accountFigures,
  type ContentFigures,
  contentFigures,
  type MemberFigures,
  memberFigures,
  type TopicFigures,
  topicFigures,
} from './breakdowns.ts';
import { daysOf, type Period } from './report-period.ts';
import {
  addToTally,
  answeredShare,
  emptyTally,
  type ResponseTimes,
  responseTimes,
  type Tally,
} from './tally.ts';

/** What was said in a time, how it was meant, and what became of it. */
export interface Figures extends Tally, ResponseTimes {
  /** Between 0 and 1; null when nothing was said. */
  answeredShare: number | null;
  /** Press coverage that was confirmed. */
  clippings: number;
}

export interface PeriodFigures {
  period: Period;
  figures: Figures;
  days: ({ day: Day } & Figures)[];
  /** The most first, in all of these lists. */
  accounts: AccountFigures[];
  members: MemberFigures[];
  topics: TopicFigures[];
  content: ContentFigures[];
}

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
    accounts: accountFigures(all),
    members: memberFigures(all),
    topics: topicFigures(all),
    content: contentFigures(all),
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
  const tally = emptyTally();
  const steps = new Map<number, number>();
  let clippings = 0;
  for (const [name, amount] of Object.entries(counts)) {
    const cell = parseCell(name);
    if (cell?.counts === 'clipping') clippings += amount;
    if (cell?.counts === 'interaction') addToTally(tally, cell, amount);
    if (cell?.counts === 'response') steps.set(cell.step, (steps.get(cell.step) ?? 0) + amount);
  }
  return { ...tally, ...responseTimes(steps), answeredShare: answeredShare(tally), clippings };
}
