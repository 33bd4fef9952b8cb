import { Execution, ExecutionDaysKept } from '../../core/automation/execution.ts';
import type { ExecutionFilter, ExecutionStore } from '../../core/automation/ports.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Condition } from './expression.ts';
import type { Table, Write } from './table.ts';

const Partition = 'EXEC';

/** Written together with the state of the interaction that it explains; a repetition overwrites it with itself. */
export function executionPut(execution: Execution): Write {
  return {
    put: {
      key: { partition: Partition, sort: execution.executionId },
      item: { type: 'Execution', ...execution },
      expiresAt: addMilliseconds(execution.completedAt, ExecutionDaysKept * MillisecondsPerDay),
    },
  };
}

export function executionStore(table: Table): ExecutionStore {
  return {
    async page(context, filter, request) {
      const query = {
        partition: Partition,
        newestFirst: true,
        filter: conditionOf(filter),
        scope: scopeOf(filter),
      };
      const { items, cursor } = await table.tenant(context).page(query, request);
      return { items: items.map((item) => Execution.parse(item)), ...(cursor && { cursor }) };
    },
  };
}

function scopeOf(filter: ExecutionFilter): string {
  return `executions|${JSON.stringify(filter)}`;
}

function conditionOf({ ruleId, provider, outcome, interactionId }: ExecutionFilter): Condition | undefined {
  const given = Object.entries({ ruleId, provider, outcome, interactionId });
  const all = given.flatMap(([field, value]) =>
    value === undefined ? [] : [{ equals: [field, value] } as const],
  );
  return all.length > 0 ? { all } : undefined;
}
