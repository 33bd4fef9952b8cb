import * as z from 'zod';
import type { Rule } from '../rule.ts';
import { type BacktestState, Tally } from './backtest-state.ts';
import { shadowedRules } from './shadowed-rules.ts';

/** Why a rule of the set never has its turn. */
export const NeverWins = z.object({
  ruleId: z.string(),
  name: z.string(),
  /**
   * `shadowed`: an earlier rule holds wherever it holds; `always_taken`: an earlier rule took every match of the time;
   * `never_matched`: nothing in the time fitted it.
   */
  why: z.enum(['shadowed', 'always_taken', 'never_matched']),
  /** The rule that takes its matches. */
  byRuleId: z.string().nullable(),
});
export type NeverWins = z.infer<typeof NeverWins>;

/** What a set of rules would have done, beside what happened (AR-17). */
export const BacktestResult = z.object({
  since: z.string(),
  until: z.string(),
  totals: Tally,
  rules: z.array(
    z.object({
      ruleId: z.string(),
      name: z.string(),
      matched: z.int(),
      answered: z.int(),
      takenBy: z.record(z.string(), z.int()),
    }),
  ),
  neverWins: z.array(NeverWins),
});
export type BacktestResult = z.infer<typeof BacktestResult>;

export function resultOf(state: BacktestState): BacktestResult {
  const { since, until, tally, rules } = state;
  return {
    since,
    until,
    totals: tally,
    rules: rules.map(({ ruleId, name }) => ({
      ruleId,
      name,
      ...(state.ruleTallies[ruleId] ?? { matched: 0, answered: 0, takenBy: {} }),
    })),
    neverWins: neverWins(state),
  };
}

/** Rules that took no match in the time, or that no time could give one (AR-17). */
function neverWins({ rules, ruleTallies }: BacktestState): NeverWins[] {
  const shadowed = shadowedRules(rules);
  return rules.flatMap(({ ruleId, name }: Rule): NeverWins[] => {
    const { matched = 0, takenBy = {} } = ruleTallies[ruleId] ?? {};
    const byRuleId = shadowed.get(ruleId);
    if (byRuleId !== undefined) return [{ ruleId, name, why: 'shadowed', byRuleId }];
    if (matched === 0) return [{ ruleId, name, why: 'never_matched', byRuleId: null }];
    const taken = Object.entries(takenBy).toSorted(([, a], [, b]) => b - a);
    if (taken.reduce((sum, [, count]) => sum + count, 0) < matched) return [];
    return [{ ruleId, name, why: 'always_taken', byRuleId: taken[0]?.[0] ?? null }];
  });
}
