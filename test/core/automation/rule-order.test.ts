import { describe, expect, it } from 'vitest';
import { EmptyRuleOrder, nextFreePriority, withRules } from '../../../shared/core/automation/rule-order.ts';

const rule = (ruleId: string, priority: number, enabled = true) => ({ ruleId, priority, enabled });

describe('the order of rules', () => {
  it('AR-05 gives the next free priority from 100', () => {
    const order = withRules(EmptyRuleOrder, [rule('a', 100), rule('b', 102)]);
    expect([nextFreePriority(EmptyRuleOrder), nextFreePriority(order)]).toEqual([100, 101]);
  });

  it('AR-05 refuses a priority that another enabled rule holds, and only then', () => {
    const order = withRules(EmptyRuleOrder, [rule('a', 100)]);
    expect(() => withRules(order, [rule('b', 100)])).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'rule_priority_taken', details: { priority: 100 } }),
    );
    expect(withRules(order, [rule('b', 100, false)])).toEqual({ enabled: order.enabled, version: 2 });
    expect(withRules(order, [rule('a', 100, false), rule('b', 100)]).enabled).toEqual([
      { ruleId: 'b', priority: 100 },
    ]);
  });

  it('AR-05 lets rules swap places in one change', () => {
    const order = withRules(EmptyRuleOrder, [rule('a', 100), rule('b', 101)]);
    expect(withRules(order, [rule('a', 101), rule('b', 100)]).enabled).toEqual([
      { ruleId: 'b', priority: 100 },
      { ruleId: 'a', priority: 101 },
    ]);
  });

  it('AR-05 enables at most 90 rules', () => {
    const ninety = Array.from({ length: 90 }, (_, index) => rule(`rule_${index}`, index + 1));
    const order = withRules(EmptyRuleOrder, ninety);
    expect(() => withRules(order, [rule('one_more', 100)])).toThrow(
      expect.objectContaining({ code: 'too_many_enabled_rules' }),
    );
  });
});
