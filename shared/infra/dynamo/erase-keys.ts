import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Key } from './keys.ts';
import type { Items, Table } from './table.ts';
import type { Write } from './table-requests.ts';

/** As many as one transaction takes, with room for what hangs on an item. */
export const ItemsAtOnce = 40;

export async function keysIn(items: Items, partition: string): Promise<Key[]> {
  return Array.fromAsync(items.keys({ partition }), (sort) => ({ partition, sort }));
}

export async function eraseKeys(table: Table, context: TenantContext, keys: readonly Key[]): Promise<void> {
  for (let start = 0; start < keys.length; start += ItemsAtOnce) {
    const writes = keys.slice(start, start + ItemsAtOnce).map((key): Write => ({ delete: { key } }));
    await table.tenant(context).transact(writes);
  }
}
