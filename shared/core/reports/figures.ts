import { type Counts, instantOfBucket } from '../activity/rollup.ts';
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

interface Bucket {
  bucket: string;
  counts: Counts;
}

/** CM-19: the figures of a period from its counts, for some accounts or (none given) for all. */
export function periodFigures(
  period: Period,
  buckets: Iterable<Bucket>,
  accountIds: readonly string[] = [],
): PeriodFigures {
  const sums = new Sums(period, accountIds);
  for (const bucket of buckets) sums.add(bucket);
  return sums.figures();
}

/** The same of counts that are read piece by piece: a busy month has more of them than fit into memory at once. */
export async function streamedFigures(
  period: Period,
  buckets: AsyncIterable<Bucket>,
  accountIds: readonly string[] = [],
): Promise<PeriodFigures> {
  const sums = new Sums(period, accountIds);
  for await (const bucket of buckets) sums.add(bucket);
  return sums.figures();
}

/** Counts added up for the whole of a period, and for each day what its figures are made of. */
class Sums {
  readonly #period: Period;
  readonly #accountIds: readonly string[];
  readonly #all: Counts = {};
  readonly #byDay = new Map<Day, Counts>();

  constructor(period: Period, accountIds: readonly string[]) {
    this.#period = period;
    this.#accountIds = accountIds;
  }

  add({ bucket, counts }: Bucket): void {
    const day = dayIn(this.#period.timeZone, instantOfBucket(bucket));
    const ofDay = this.#byDay.get(day) ?? {};
    this.#byDay.set(day, ofDay);
    for (const [cell, amount] of Object.entries(countsOfAccounts(counts, this.#accountIds))) {
      this.#all[cell] = (this.#all[cell] ?? 0) + amount;
      if (CellsOfFigures.test(cell)) ofDay[cell] = (ofDay[cell] ?? 0) + amount;
    }
  }

  figures(): PeriodFigures {
    const all = this.#all;
    return {
      period: this.#period,
      figures: figuresOf(all),
      days: daysOf(this.#period).map((day) => ({ day, ...figuresOf(this.#byDay.get(day) ?? {}) })),
      accounts: accountFigures(all),
      members: memberFigures(all),
      topics: topicFigures(all),
      content: contentFigures(all),
    };
  }
}

/** Content and topics have lists of their own; no day has figures of them. */
const CellsOfFigures = /^(interaction|response|clipping)\|/;

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
