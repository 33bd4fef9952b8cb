import type { RemovedInteraction } from '../../core/interactions/captured-interaction.ts';
import { interactionIdOf } from '../../core/interactions/captured-interaction.ts';
import type { InteractionFilter } from '../../core/interactions/interaction-summary.ts';
import type { InteractionStore, InteractionWrite, Known } from '../../core/interactions/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import { addMilliseconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import { ensureRecorded, executionWrite, putUnlessRecorded } from './execution-store.ts';
import type { Condition } from './expression.ts';
import { interactionKey, interactionPut, knownOf, RemovedType } from './interaction-row.ts';
import { limitWrites } from './limit-store.ts';
import { foldedForSearch } from './search-text.ts';
import { hasFlag, hasValue, summaryFrom } from './stored-summary.ts';
import type { Table } from './table.ts';
import type { Item, Write } from './table-requests.ts';

/** A removal is remembered for as long as a late message about its interaction could still arrive. */
const RemovalDaysKept = 30;

export function interactionStore(table: Table): InteractionStore {
  return {
    async find(context, interactionId) {
      const item = await table.tenant(context).get(interactionKey(interactionId));
      const known = item && knownOf(item);
      return known === 'removed' ? undefined : known;
    },

    async known(context, interactionIds) {
      const items = await table.tenant(context).getMany(interactionIds.map(interactionKey));
      return new Map(items.map(identified));
    },

    create: (context, write) => written(table, context, write, { absent: 'pk' }),

    save: (context, write) =>
      written(table, context, write, { equals: ['version', write.interaction.version - 1] }),

    ensureRecorded: (context, execution) => ensureRecorded(table, context, execution),

    async noteRemoval(context, removal) {
      return unlessConflict(() => putRemoval(table, context, removal));
    },

    async page(context, filter, request) {
      const { items, keys, sortKeys, cursor, readUntil } = await table.tenant(context).page(
        {
          partition: 'INBOX',
          index: 'inbox',
          sortBetween: [filter.from ?? '0', `${filter.until ?? '9'}~`],
          newestFirst: !filter.oldestFirst,
          filter: conditionOf(filter),
          scope: `inbox|${JSON.stringify(filter)}`,
        },
        request,
      );
      const summaries = items.map((item, index) =>
        summaryFrom(item, keys[index] ?? '', sortKeys[index] ?? ''),
      );
      return { items: summaries, ...(cursor && { cursor }), searchedUntil: readUntil ?? null };
    },
  };
}

function identified(item: Item): [string, Known] {
  const known = knownOf(item);
  return [known === 'removed' ? String(item['interactionId']) : known.interactionId, known];
}

async function written(
  table: Table,
  context: TenantContext,
  write: InteractionWrite,
  condition: Condition,
): Promise<boolean> {
  const put = { ...interactionPut(context, write.interaction), condition };
  const others: Write[] = [
    ...(write.executions ?? []).map(executionWrite),
    ...(write.limits ? limitWrites(write.limits, write.interaction.interactionId) : []),
  ];
  const { key, item, ...options } = put;
  if (write.recordedAhead) await putUnlessRecorded(table, context, write.recordedAhead);
  const isWritten = await unlessConflict(() =>
    others.length === 0
      ? table.tenant(context).put(key, item, options)
      : table.tenant(context).transact([{ put }, ...others]),
  );
  if (isWritten && write.recordedBehind) await putUnlessRecorded(table, context, write.recordedBehind);
  return isWritten;
}

/** Somebody else was faster: the caller reads again and decides anew. */
async function unlessConflict(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const isConflict = ['condition_failed', 'transaction_condition_failed', 'transaction_conflict'].some(
      (code) => isAppError(error, code),
    );
    if (!isConflict) throw error;
    return false;
  }
}

function putRemoval(table: Table, context: TenantContext, removal: RemovedInteraction): Promise<void> {
  const interactionId = interactionIdOf(removal);
  const item = { type: RemovedType, interactionId, ...removal };
  const expiresAt = addMilliseconds(removal.removedAt, RemovalDaysKept * MillisecondsPerDay);
  return table
    .tenant(context)
    .put(interactionKey(interactionId), item, { expiresAt, condition: { absent: 'pk' } });
}

function conditionOf(filter: InteractionFilter): Condition | undefined {
  const { provider, accountId, kind, status, sentiment, assigneeId, isRead, flag, text, includeOwn } = filter;
  const equal = { provider, accountId, kind, status, sentiment, assigneeId, isRead };
  const all: Condition[] = [
    ...Object.entries(equal).flatMap(([field, value]) =>
      value === undefined ? [] : [hasValue(field as keyof typeof equal, value)],
    ),
    ...(flag === undefined ? [] : [hasFlag(flag)]),
    ...(text === undefined ? [] : [{ contains: ['searchText', foldedForSearch(text)] } as const]),
    ...(includeOwn ? [] : [hasValue('isFromOwner', false)]),
  ];
  return all.length > 0 ? { all } : undefined;
}
