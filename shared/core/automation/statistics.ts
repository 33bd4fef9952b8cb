import { instantOfBucket, sumOfCounts } from '../activity/rollup.ts';
import { type Cell, parseCell } from '../activity/rollup-cell.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Instant, MillisecondsPerSecond } from '../kernel/time.ts';
import { type Day, dayIn } from '../kernel/zoned-time.ts';
import { boundsOf, daysOf, type Period } from '../reports/report-period.ts';
import { type Buckets, figuresOfRules, type RuleFigures, type StatisticsDeps } from './rule-figures.ts';

/** What stopped automation, as people ask for it (AR-15); everything else is `other`. */
export interface BlockFigures {
  medical: number;
  escalation: number;
  blocklist: number;
  limit: number;
  other: number;
}

export interface AutomationFigures {
  /** Everything that others said, deleted comments left out. */
  processed: number;
  autoReplied: number;
  /** Between 0 and 1; null when nothing was said. */
  autoRepliedShare: number | null;
  blocked: BlockFigures;
  failed: number;
  unconfirmed: number;
  cancelled: number;
  webhooksSent: number;
  dryRun: number;
  /** From capture to the decision, over what a rule matched or a block stopped; null where there was none. */
  averageProcessingSeconds: number | null;
}

export interface AutomationStatistics {
  period: Period;
  figures: AutomationFigures;
  days: ({ day: Day } & Pick<AutomationFigures, 'processed' | 'autoReplied'>)[];
  /** The busiest first. */
  rules: RuleFigures[];
}

/** What automation did in a period, from its counts (AR-15). */
export async function automationStatistics(
  deps: StatisticsDeps,
  context: TenantContext,
  period: Period,
  now: Instant,
): Promise<AutomationStatistics> {
  const { from, until } = boundsOf(period);
  const buckets = await Array.fromAsync(deps.rollups.between(context, from, until));
  const byDay = Map.groupBy(buckets, ({ bucket }) => dayIn(period.timeZone, instantOfBucket(bucket)));
  return {
    period,
    figures: automationFigures(buckets),
    days: daysOf(period).map((day) => {
      const { processed, autoReplied } = automationFigures(byDay.get(day) ?? []);
      return { day, processed, autoReplied };
    }),
    rules: await figuresOfRules(deps, context, buckets, now),
  };
}

function cellsOf(buckets: Buckets): { cell: Cell; amount: number }[] {
  return Object.entries(sumOfCounts(buckets.map(({ counts }) => counts))).flatMap(([name, amount]) => {
    const cell = parseCell(name);
    return cell ? [{ cell, amount }] : [];
  });
}

function automationFigures(buckets: Buckets): AutomationFigures {
  const cells = cellsOf(buckets);
  const sum = (counts: (cell: Cell) => boolean) =>
    cells.reduce((total, { cell, amount }) => total + (counts(cell) ? amount : 0), 0);
  const ended = (outcome: string) => sum((cell) => cell.counts === 'execution' && cell.outcome === outcome);
  const processed = sum((cell) => cell.counts === 'interaction');
  const autoReplied = ended('replied');
  const decisions = sum((cell) => cell.counts === 'execution');
  const milliseconds = sum((cell) => cell.counts === 'processing');
  return {
    processed,
    autoReplied,
    autoRepliedShare: processed > 0 ? Math.min(1, autoReplied / processed) : null,
    blocked: blockFigures(cells),
    failed: ended('failed'),
    unconfirmed: ended('unconfirmed'),
    cancelled: ended('cancelled'),
    webhooksSent: ended('webhook_sent'),
    dryRun: ended('dry_run'),
    averageProcessingSeconds: decisions > 0 ? milliseconds / decisions / MillisecondsPerSecond : null,
  };
}

function blockFigures(cells: readonly { cell: Cell; amount: number }[]): BlockFigures {
  const blocked: BlockFigures = { medical: 0, escalation: 0, blocklist: 0, limit: 0, other: 0 };
  for (const { cell, amount } of cells) {
    if (cell.counts === 'execution' && cell.outcome === 'blocked') blocked[blockOf(cell.blockedBy)] += amount;
  }
  return blocked;
}

function blockOf(blockedBy: string): keyof BlockFigures {
  if (blockedBy === 'safety:medical') return 'medical';
  if (blockedBy === 'safety:escalation') return 'escalation';
  if (blockedBy === 'blocklist') return 'blocklist';
  return blockedBy.startsWith('limit:') ? 'limit' : 'other';
}
