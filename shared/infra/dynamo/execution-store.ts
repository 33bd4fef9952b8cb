import { Execution, ExecutionDaysKept } from '../../core/automation/execution.ts';
import type { ExecutionFilter, ExecutionStore } from '../../core/automation/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Condition } from './expression.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { Item, Put, Write } from './table-requests.ts';

const Partition = 'EXEC';
export const ExecutionType = 'Execution';

/** Written together with the state of the interaction that it explains; a repetition overwrites it with itself. */
export function executionWrite(execution: Execution): Write {
  return { put: executionPut(execution) };
}

/** By itself: what is there already was written later, or by the same decision. */
export async function putUnlessRecorded(
  table: Table,
  context: TenantContext,
  execution: Execution,
): Promise<void> {
  const { key, item, expiresAt } = executionPut(execution);
  try {
    await table.tenant(context).put(key, item, { expiresAt, condition: { absent: 'pk' } });
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
  }
}

/** A read, which most often finds it, costs less than a write that is refused. */
export async function ensureRecorded(
  table: Table,
  context: TenantContext,
  execution: Execution,
): Promise<void> {
  const isThere = await table.tenant(context).get(executionPut(execution).key, { consistent: false });
  if (!isThere) await putUnlessRecorded(table, context, execution);
}

function executionPut(execution: Execution) {
  return {
    key: { partition: Partition, sort: execution.executionId },
    item: itemOf(execution),
    expiresAt: addMilliseconds(execution.completedAt, ExecutionDaysKept * MillisecondsPerDay),
  } satisfies Put;
}

/** In plain what lists are narrowed down by; the rest, most of it the trace, is packed. */
function itemOf(execution: Execution): Item {
  const { executionId, interactionId, provider, accountId, ruleId, outcome, ...details } = execution;
  const plain = { executionId, interactionId, provider, accountId, ...(ruleId && { ruleId }), outcome };
  return { type: ExecutionType, ...plain, packed: pack(details) };
}

export function executionOf(item: Item): Execution {
  return Execution.parse({ ruleId: null, ...item, ...(unpack(item['packed']) as Item) });
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
      return { items: items.map((item) => executionOf(item)), ...(cursor && { cursor }) };
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
