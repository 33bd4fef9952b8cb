import type { Interaction } from '../../core/interactions/interaction.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Instant } from '../../core/kernel/time.ts';
import type { StoredRecord, TenantRecords } from '../../core/personal-data/ports.ts';
import { eraseKeys, keysIn } from './erase-keys.ts';
import { ExecutionType, executionOf } from './execution-store.ts';
import type { Condition } from './expression.ts';
import { InteractionType, interactionKey, interactionOf, RemovedType } from './interaction-row.ts';
import { unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';
import { partitionsBelow, RootPartitions } from './tenant-partitions.ts';
import { unlessConditionFails } from './webhook-store.ts';

const ItemsPerPage = 100;

/** All items of an organization, list by list; what hangs on an item follows it. Nothing is scanned. */
export function tenantRecords(table: Table): TenantRecords {
  return {
    roots: RootPartitions,

    async next(context, remaining) {
      const list = remaining.at(-1);
      if (!list) return { records: [], remaining };
      const { partition, cursor } = list;
      const query = { partition, consistent: true, scope: `records|${partition}` };
      const page = await table.tenant(context).page(query, { limit: ItemsPerPage, cursor });
      const records = page.items.map((item, index) => recordOf(item, partition, page.keys[index] ?? ''));
      const rest = [...remaining.slice(0, -1), ...(page.cursor ? [{ partition, cursor: page.cursor }] : [])];
      const below = records.flatMap(partitionsBelow).map((found) => ({ partition: found }));
      return { records, remaining: [...rest, ...below] };
    },

    async interactions(context, interactionIds) {
      const items = await table.tenant(context).getMany(interactionIds.map(interactionKey));
      return new Map(items.flatMap(standing));
    },

    async erase(context, records, now) {
      const others = records.filter(({ type }) => type !== InteractionType);
      const below = others.flatMap(partitionsBelow);
      // First, since nothing leads to it once its owner is gone.
      for (const partition of below) {
        await eraseKeys(table, context, await keysIn(table.tenant(context), partition));
      }
      await eraseKeys(
        table,
        context,
        others.map(({ key }) => key),
      );
      for (const record of records) {
        if (record.type === InteractionType) await leaveMark(table, context, record, now);
      }
    },
  };
}

/** Known to intake as removed: whatever the platform shows of it later is not taken in. */
async function leaveMark(
  table: Table,
  context: TenantContext,
  { key, fields }: StoredRecord,
  now: Instant,
): Promise<void> {
  const item = { type: RemovedType, interactionId: key.sort, erasedAt: now };
  const condition: Condition = { equals: ['version', fields['version']] };
  await unlessConditionFails(table.tenant(context).put(key, item, { condition }));
}

function standing(item: Item): [string, Interaction | 'erased'][] {
  if (item['type'] === RemovedType) {
    return item['erasedAt'] === undefined ? [] : [[String(item['interactionId']), 'erased']];
  }
  const interaction = interactionOf(item);
  return [[interaction.interactionId, interaction]];
}

function recordOf(item: Item, partition: string, sort: string): StoredRecord {
  return { type: String(item['type'] ?? ''), key: { partition, sort }, fields: fieldsOf(item) };
}

function fieldsOf(item: Item): Record<string, unknown> {
  if (item['type'] === InteractionType) return interactionOf(item);
  if (item['type'] === ExecutionType) return executionOf(item);
  const { packed, ...plain } = item;
  return packed === undefined ? plain : { ...plain, ...packedFields(unpack(packed)) };
}

function packedFields(value: unknown): Record<string, unknown> {
  return Array.isArray(value) ? { packed: value } : (value as Record<string, unknown>);
}
