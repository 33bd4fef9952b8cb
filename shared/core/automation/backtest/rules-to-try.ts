import { AppError } from '../../kernel/errors.ts';
import { actorIdOf, type TenantContext } from '../../kernel/tenant-context.ts';
import type { Instant } from '../../kernel/time.ts';
import { assertRuleIsSound } from '../check-rule.ts';
import type { RuleStore } from '../ports.ts';
import { FirstPriority, type Rule, type RuleDraft } from '../rule.ts';

/** One rule of the set to try: as it is stored, or as somebody is writing it, perhaps in the place of a stored one. */
export type TriedRule = { ruleId: string } | { draft: RuleDraft; replaces?: string | undefined };

/** The rules of a backtest, all enabled, in the order in which they were given (AR-17). */
export async function rulesToTry(
  { rules }: { rules: Pick<RuleStore, 'list'> },
  context: TenantContext,
  tried: readonly TriedRule[],
  now: Instant,
): Promise<Rule[]> {
  const stored = new Map((await rules.list(context)).map((rule) => [rule.ruleId, rule]));
  const known = (ruleId: string): Rule => {
    const rule = stored.get(ruleId);
    if (rule) return rule;
    throw new AppError('invalid', 'no_such_rule', 'The set names a rule that does not exist.', {
      details: { ruleId },
    });
  };
  const made = { revision: 1, createdAt: now, createdBy: actorIdOf(context), updatedAt: now, version: 1 };
  const set = tried.map((one, index): Rule => {
    const place = { enabled: true, priority: FirstPriority + index };
    if ('ruleId' in one) return { ...known(one.ruleId), ...place };
    assertRuleIsSound(one.draft);
    const ruleId = one.replaces === undefined ? `draft_${index + 1}` : known(one.replaces).ruleId;
    return { ...one.draft, ...made, ...place, ruleId };
  });
  if (new Set(set.map(({ ruleId }) => ruleId)).size < set.length)
    throw new AppError('invalid', 'rule_named_twice', 'The set names a rule twice.');
  return set;
}
