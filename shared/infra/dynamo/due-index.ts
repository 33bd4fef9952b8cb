import type { DueKind } from '../../core/kernel/due.ts';
import type { Instant } from '../../core/kernel/time.ts';
import { DueShards, duePartition } from './keys.ts';
import type { Table } from './table.ts';

/** A waiting item as the due index knows it; the base table decides whether it is really due. */
export interface DueItem {
  /** What the queue's worker needs to find it, as the store that wrote it put it together. */
  ref: string;
  wakeAt: Instant;
}

/** What is to be woken until an instant, over all tenants; the order between shards is arbitrary. */
export async function* dueItems(table: Table, kind: DueKind, until: Instant): AsyncGenerator<DueItem> {
  for (let shard = 0; shard < DueShards; shard += 1) {
    for await (const { ref, wakeAt } of table.due(duePartition(kind, shard), until)) yield { ref, wakeAt };
  }
}
