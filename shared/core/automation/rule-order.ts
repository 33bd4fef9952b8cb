import * as z from 'zod';
import { AppError } from '../kernel/errors.ts';
import { FirstPriority, MostEnabledRules, type Rule } from './rule.ts';

/**
 * The priorities of an organization's enabled rules, in one item that every change of rules is written together with:
 * that keeps them unique under concurrency (AR-05).
 */
export const RuleOrder = z.object({
  enabled: z.array(z.object({ ruleId: z.string(), priority: z.int() })),
  version: z.int(),
});
export type RuleOrder = z.infer<typeof RuleOrder>;

export const EmptyRuleOrder: RuleOrder = { enabled: [], version: 0 };

/** The first priority from 100 upward that no enabled rule holds (AR-05). */
export function nextFreePriority(order: RuleOrder): number {
  const taken = new Set(order.enabled.map((entry) => entry.priority));
  let priority = FirstPriority;
  while (taken.has(priority)) priority += 1;
  return priority;
}

/** The order with these rules as they are now. @throws conflict when a priority is taken or the rules are too many. */
export function withRules(
  order: RuleOrder,
  rules: readonly Pick<Rule, 'ruleId' | 'enabled' | 'priority'>[],
): RuleOrder {
  const changed = new Set(rules.map((rule) => rule.ruleId));
  const enabled = [
    ...order.enabled.filter((entry) => !changed.has(entry.ruleId)),
    ...rules.filter((rule) => rule.enabled).map(({ ruleId, priority }) => ({ ruleId, priority })),
  ].toSorted((a, b) => a.priority - b.priority);
  assertUnique(enabled);
  if (enabled.length > MostEnabledRules) {
    const message = `At most ${MostEnabledRules} rules can be enabled. Disable another one first.`;
    throw new AppError('conflict', 'too_many_enabled_rules', message);
  }
  return { enabled, version: order.version + 1 };
}

function assertUnique(entries: RuleOrder['enabled']): void {
  const clash = entries.find((entry, index) => entries[index - 1]?.priority === entry.priority);
  if (!clash) return;
  const message = `Another enabled rule has the priority ${clash.priority}. Choose another one, or reorder the rules.`;
  throw new AppError('conflict', 'rule_priority_taken', message, { details: { priority: clash.priority } });
}
