import type { RuleStore } from '../../core/automation/ports.ts';
import { Rule } from '../../core/automation/rule.ts';
import { EmptyRuleOrder, RuleOrder } from '../../core/automation/rule-order.ts';
import { AppError, isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Write } from './table-requests.ts';

const OrderKey: Key = { partition: '', sort: 'RULE-ORDER' };
const ruleKey = (ruleId: string): Key => ({ partition: '', sort: `RULE#${ruleId}` });

function onTopOf(version: number): Condition {
  return version === 1 ? { absent: 'pk' } : { equals: ['version', version - 1] };
}

function orderPut(order: RuleOrder): Write {
  return { put: { key: OrderKey, item: { type: 'RuleOrder', ...order }, condition: onTopOf(order.version) } };
}

export function ruleStore(table: Table): RuleStore {
  return {
    async list(context) {
      const query = { partition: '', sortPrefix: 'RULE#', consistent: true };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items.map((item) => Rule.parse(item)).toSorted((a, b) => a.priority - b.priority);
    },

    async find(context, ruleId) {
      const item = await table.tenant(context).get(ruleKey(ruleId));
      return item && Rule.parse(item);
    },

    async order(context) {
      const item = await table.tenant(context).get(OrderKey);
      return item ? RuleOrder.parse(item) : EmptyRuleOrder;
    },

    async save(context, rules, order) {
      const puts = rules.map(
        (rule): Write => ({
          put: {
            key: ruleKey(rule.ruleId),
            item: { type: 'Rule', ...rule },
            condition: onTopOf(rule.version),
          },
        }),
      );
      await together(table, context, [...puts, orderPut(order)]);
    },

    async delete(context, rule, order) {
      const deletion: Write = {
        delete: { key: ruleKey(rule.ruleId), condition: { equals: ['version', rule.version] } },
      };
      await together(table, context, [deletion, orderPut(order)]);
    },
  };
}

async function together(table: Table, context: TenantContext, writes: readonly Write[]): Promise<void> {
  try {
    await table.tenant(context).transact(writes);
  } catch (error) {
    if (!isAppError(error, 'transaction_condition_failed') && !isAppError(error, 'transaction_conflict'))
      throw error;
    const message = 'The rules were changed at the same time. Reload and try again.';
    throw new AppError('conflict', 'rules_changed_meanwhile', message, { cause: error });
  }
}
