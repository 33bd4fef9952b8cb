import type { BacktestRequest, Rule } from './operations.ts';

const MillisecondsPerDay = 86_400_000;

/** The rules that would be on, in their order, on what was said in the last days. */
export function backtestOf(
  rules: readonly Rule[],
  { ruleIds, days, now }: { ruleIds: readonly string[]; days: number; now: number },
): BacktestRequest {
  const chosen = rules.filter((rule) => ruleIds.includes(rule.ruleId));
  return {
    rules: chosen.map(({ ruleId }) => ({ ruleId })),
    since: new Date(now - days * MillisecondsPerDay).toISOString(),
    until: new Date(now).toISOString(),
  };
}
