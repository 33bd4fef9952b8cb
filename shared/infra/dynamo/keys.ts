import { TableSchema } from '../../contract/table.ts';
import type { DueKind } from '../../core/kernel/due.ts';
import type { Instant } from '../../core/kernel/time.ts';

export const InboxIndex = TableSchema.inbox.name;
export const DueIndex = TableSchema.due.name;

/** Spreads the only cross-tenant index over several partitions. */
export const DueShards = 4;

/** A key relative to its organization: partition '' is the organization's own, 'INT#0' one below it. */
export interface Key {
  partition: string;
  sort: string;
}

/** Where an item waits for a time (design §3); `ref` tells the queue's worker what to look at. */
export interface DueEntry {
  kind: DueKind;
  ref: string;
  wakeAt: Instant;
  /** The reference is the organization and the item's sort key, so that it need not be stored. */
  isOwnKey?: boolean;
}

export interface IndexEntries {
  inbox?: Key | undefined;
  due?: DueEntry | undefined;
}

export function tenantPartition(organizationId: string, partition: string): string {
  return partition === '' ? `ORG#${organizationId}` : `ORG#${organizationId}#${partition}`;
}

/** The reverse of `tenantPartition`; undefined for the global stores' partitions. */
export function ownerOfPartition(pk: string): { organizationId: string; source: string } | undefined {
  const [prefix, organizationId, ...rest] = pk.split('#');
  return prefix === 'ORG' && organizationId ? { organizationId, source: rest.join('#') } : undefined;
}

export function dueShardOf(ref: string): number {
  let sum = 0;
  for (let index = 0; index < ref.length; index += 1) sum = (sum * 31 + ref.charCodeAt(index)) % 997;
  return sum % DueShards;
}

export function duePartition(kind: DueKind, shard: number): string {
  return `DUE#${kind}#${shard}`;
}

/** The index attributes of an item; `partitionOf` puts the organization in front of the inbox partition. */
export function indexAttributes(
  entries: IndexEntries,
  partitionOf: (partition: string) => string,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (entries.inbox) {
    attributes['inboxPk'] = partitionOf(entries.inbox.partition);
    attributes['inboxSk'] = entries.inbox.sort;
  }
  if (entries.due) {
    attributes['duePk'] = duePartition(entries.due.kind, dueShardOf(entries.due.ref));
    attributes['dueSk'] = entries.due.isOwnKey
      ? entries.due.wakeAt
      : `${entries.due.wakeAt}#${entries.due.ref}`;
  }
  return attributes;
}

export const KeyAttributes = [
  'pk',
  'sk',
  'inboxPk',
  'inboxSk',
  'duePk',
  'dueSk',
  TableSchema.ttlAttribute,
] as const;
