import { type Counts, instantOfBucket } from '../activity/rollup.ts';
import { type Cell, parseCell } from '../activity/rollup-cell.ts';
import { type Day, dayIn } from '../kernel/zoned-time.ts';
import {
  type AccountFigures,
  accountFigures,
  type ContentFigures,
  type Counted,
  contentFigures,
  type MemberFigures,
  memberFigures,
  type ProviderFigures,
  providerFigures,
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
  providers: ProviderFigures[];
  members: MemberFigures[];
  topics: TopicFigures[];
  content: ContentFigures[];
}

/** Whose comments to count; all where nothing is named. */
export interface FigureScope {
  accountIds?: readonly string[];
  provider?: string | undefined;
}

interface Bucket {
  bucket: string;
  counts: Counts;
}

/** CM-19: the figures of a period from its counts, of all comments or those of some accounts or one platform. */
export function periodFigures(
  period: Period,
  buckets: Iterable<Bucket>,
  scope: FigureScope = {},
): PeriodFigures {
  const sums = new Sums(period, scope);
  for (const bucket of buckets) sums.add(bucket);
  return sums.figures();
}

/** The same of counts that are read piece by piece: a busy month has more of them than fit into memory at once. */
export async function streamedFigures(
  period: Period,
  buckets: AsyncIterable<Bucket>,
  scope: FigureScope = {},
): Promise<PeriodFigures> {
  const sums = new Sums(period, scope);
  for await (const bucket of buckets) sums.add(bucket);
  return sums.figures();
}

/** Counts added up for the whole of a period, and for each day what its figures are made of. */
class Sums {
  readonly #period: Period;
  readonly #scope: FigureScope;
  readonly #all: Counts = {};
  readonly #byDay = new Map<Day, Counts>();
  readonly #cells = new Map<string, Cell | undefined>();

  constructor(period: Period, scope: FigureScope) {
    this.#period = period;
    this.#scope = scope;
  }

  add({ bucket, counts }: Bucket): void {
    const day = dayIn(this.#period.timeZone, instantOfBucket(bucket));
    const ofDay = this.#byDay.get(day) ?? {};
    this.#byDay.set(day, ofDay);
    for (const [cell, amount] of Object.entries(countsWithin(counts, this.#scope))) {
      this.#all[cell] = (this.#all[cell] ?? 0) + amount;
      if (CellsOfFigures.test(cell)) ofDay[cell] = (ofDay[cell] ?? 0) + amount;
    }
  }

  figures(): PeriodFigures {
    const all = this.#counted(this.#all);
    return {
      period: this.#period,
      figures: figuresOf(all),
      days: daysOf(this.#period).map((day) => ({
        day,
        ...figuresOf(this.#counted(this.#byDay.get(day) ?? {})),
      })),
      accounts: accountFigures(all),
      providers: providerFigures(all),
      members: memberFigures(all),
      topics: topicFigures(all),
      content: contentFigures(all),
    };
  }

  /** Most names come up on every day: each is read once. */
  #counted(counts: Counts): Counted[] {
    return Object.entries(counts).flatMap(([name, amount]) => {
      if (!this.#cells.has(name)) this.#cells.set(name, parseCell(name));
      const cell = this.#cells.get(name);
      return cell ? [{ cell, amount }] : [];
    });
  }
}

/** Content and topics have lists of their own; no day has figures of them. */
const CellsOfFigures = /^(interaction|response|clipping)\|/;

/** Counts that belong to no account, such as press coverage, stay. */
function countsWithin(counts: Counts, { accountIds = [], provider }: FigureScope): Counts {
  if (accountIds.length === 0 && provider === undefined) return counts;
  const cells = Object.entries(counts).map(([name, amount]) => ({ name, amount, cell: parseCell(name) }));
  const isWanted = (accountId: string) => accountIds.length === 0 || accountIds.includes(accountId);
  // Whatever else is counted of a comment stands beside the cell that names its account's platform.
  const wanted = new Set(
    cells.flatMap(({ cell }) =>
      cell?.counts === 'interaction' &&
      isWanted(cell.accountId) &&
      (provider === undefined || cell.provider === provider)
        ? [cell.accountId]
        : [],
    ),
  );
  return Object.fromEntries(
    cells
      .filter(({ cell }) => !cell || !('accountId' in cell) || wanted.has(cell.accountId))
      .map(({ name, amount }) => [name, amount]),
  );
}

function figuresOf(counts: readonly Counted[]): Figures {
  const tally = emptyTally();
  const steps = new Map<number, number>();
  let clippings = 0;
  for (const { cell, amount } of counts) {
    if (cell.counts === 'clipping') clippings += amount;
    if (cell.counts === 'interaction') addToTally(tally, cell, amount);
    if (cell.counts === 'response') steps.set(cell.step, (steps.get(cell.step) ?? 0) + amount);
  }
  return { ...tally, ...responseTimes(steps), answeredShare: answeredShare(tally), clippings };
}
