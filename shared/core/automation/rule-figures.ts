import { type Counts, instantOfBucket, type RollupStore } from '../activity/rollup.ts';
import { parseCell } from '../activity/rollup-cell.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addMilliseconds,
  type Instant,
  MillisecondsPerDay,
  MillisecondsPerHour,
  MillisecondsPerSecond,
} from '../kernel/time.ts';
import { type RuleUsage, usedInDayOf } from '../replies/limits.ts';
import type { LimitStore } from '../replies/ports.ts';
import { LeaseSeconds } from '../replies/transitions.ts';
import type { RuleStore } from './ports.ts';

export interface RuleFigures {
  ruleId: string;
  /** Null when the rule is gone. */
  name: string | null;
  /** Decisions that this rule made and that have ended. */
  fired: number;
  succeeded: number;
  failed: number;
  /** Succeeded of fired; null when it never fired. */
  successShare: number | null;
  /** Slots of today's limit that are taken (UTC). */
  today: number;
  lastFiredAt: Instant | null;
}

/** The counts of quarters of an hour. */
export interface Buckets extends Array<{ bucket: string; counts: Counts }> {}

export interface StatisticsDeps {
  rollups: Pick<RollupStore, 'between'>;
  rules: Pick<RuleStore, 'list'>;
  limits: Pick<LimitStore, 'usages'>;
}

const RuleDays = 30;

/** How every rule did in the last 30 days (AR-15). */
export async function ruleStatistics(
  deps: StatisticsDeps,
  context: TenantContext,
  now: Instant,
): Promise<RuleFigures[]> {
  const from = addMilliseconds(now, -RuleDays * MillisecondsPerDay);
  const until = addMilliseconds(now, MillisecondsPerHour);
  const buckets = await Array.fromAsync(deps.rollups.between(context, from, until));
  return figuresOfRules(deps, context, buckets, now);
}

/** The busiest first; rules that are gone and did something in the time, too. */
export async function figuresOfRules(
  deps: StatisticsDeps,
  context: TenantContext,
  buckets: Buckets,
  now: Instant,
): Promise<RuleFigures[]> {
  const [rules, usages] = await Promise.all([deps.rules.list(context), deps.limits.usages(context)]);
  const byRule = Map.groupBy(executionsIn(buckets), ({ ruleId }) => ruleId);
  const usageOf = new Map(usages.map((usage) => [usage.ruleId, usage]));
  const names = new Map(rules.map(({ ruleId, name }) => [ruleId, name]));
  return [...new Set([...names.keys(), ...byRule.keys()])]
    .map((ruleId) => {
      const ends = byRule.get(ruleId) ?? [];
      const fired = total(ends);
      const succeeded = total(ends.filter(({ outcome }) => Successes.has(outcome)));
      const usage = usageOf.get(ruleId);
      return {
        ruleId,
        name: names.get(ruleId) ?? null,
        fired,
        succeeded,
        failed: total(ends.filter(({ outcome }) => outcome === 'failed' || outcome === 'unconfirmed')),
        successShare: fired > 0 ? succeeded / fired : null,
        today: usedInDayOf(usage, now),
        lastFiredAt: lastSlotOf(usage) ?? lastBucketOf(ends),
      };
    })
    .toSorted((a, b) => b.fired - a.fired);
}

const Successes: ReadonlySet<string> = new Set(['replied', 'webhook_sent']);

interface RuleEnd {
  ruleId: string;
  outcome: string;
  amount: number;
  bucket: string;
}

function executionsIn(buckets: Buckets): RuleEnd[] {
  return buckets.flatMap(({ bucket, counts }) =>
    Object.entries(counts).flatMap(([name, amount]) => {
      const cell = parseCell(name);
      if (cell?.counts !== 'execution' || cell.ruleId === '') return [];
      return [{ ruleId: cell.ruleId, outcome: cell.outcome, amount, bucket }];
    }),
  );
}

function total(ends: readonly RuleEnd[]): number {
  return ends.reduce((sum, { amount }) => sum + amount, 0);
}

/** The rule's latest slot was taken a lease and an hour before it ends (AR-10). */
function lastSlotOf(usage: RuleUsage | undefined): Instant | undefined {
  const ends = usage?.slots.map(({ until }) => until).toSorted() ?? [];
  const last = ends.at(-1);
  const taken = MillisecondsPerHour + LeaseSeconds * MillisecondsPerSecond;
  return last === undefined ? undefined : addMilliseconds(last, -taken);
}

/** Where no slot tells more, the quarter of an hour in which the rule last ended a decision. */
function lastBucketOf(ends: readonly RuleEnd[]): Instant | null {
  const last = ends
    .map(({ bucket }) => bucket)
    .toSorted()
    .at(-1);
  return last === undefined ? null : instantOfBucket(last);
}
