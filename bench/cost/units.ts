import { isDeepStrictEqual } from 'node:util';
import { TableSchema } from '../../shared/contract/table.ts';
import { itemSize, type MarshalledItem } from './item-size.ts';

/** What one write consumed: in the table, and in its indexes. */
export interface WriteUnits {
  table: number;
  indexes: number;
}

const writeUnitsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024));

/** A read of one item, or of one page of a query, strongly consistent; half of it when it need not be. */
export function readUnitsOf(bytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (isConsistent ? 1 : 0.5);
}

/**
 * The units of one write. The table counts the larger of the item before and after, twice in a transaction; an index
 * counts once even then, as measured on the real service (github.com/nubo-db/dynoxide/pull/188).
 */
export function unitsOfWrite(
  before: MarshalledItem | undefined,
  after: MarshalledItem | undefined,
  isTransaction: boolean,
): WriteUnits {
  const larger = Math.max(before ? itemSize(before) : 0, after ? itemSize(after) : 0);
  return {
    table: writeUnitsOf(larger) * (isTransaction ? 2 : 1),
    indexes: Indexes.reduce((sum, index) => sum + unitsOfIndex(index, before, after), 0),
  };
}

/** A refused condition costs what writing the item that is there would cost. */
export function unitsOfRefusal(existing: MarshalledItem | undefined, isTransaction: boolean): number {
  return unitsOfWrite(existing, existing, isTransaction).table;
}

interface Index {
  keys: readonly [string, string];
  projected: readonly string[];
}

const { inbox, due } = TableSchema;
const Indexes: readonly Index[] = [
  { keys: [inbox.partitionKey, inbox.sortKey], projected: inbox.projected },
  { keys: [due.partitionKey, due.sortKey], projected: [] },
];

/** "Provisioned throughput considerations for global secondary indexes" of the developer guide, case by case. */
function unitsOfIndex(
  index: Index,
  before: MarshalledItem | undefined,
  after: MarshalledItem | undefined,
): number {
  const old = entryOf(index, before);
  const entry = entryOf(index, after);
  if (old && entry && !isSameKey(index, old, entry)) {
    return writeUnitsOf(itemSize(old)) + writeUnitsOf(itemSize(entry));
  }
  if (isDeepStrictEqual(old, entry)) return 0;
  return writeUnitsOf(Math.max(old ? itemSize(old) : 0, entry ? itemSize(entry) : 0));
}

/** The copy that an index keeps of an item; none where the item lacks one of its keys. */
function entryOf({ keys, projected }: Index, item: MarshalledItem | undefined): MarshalledItem | undefined {
  if (!item || keys.some((key) => item[key] === undefined)) return undefined;
  const names = new Set([TableSchema.partitionKey, TableSchema.sortKey, ...keys, ...projected]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
}

function isSameKey({ keys }: Index, old: MarshalledItem, entry: MarshalledItem): boolean {
  return keys.every((key) => isDeepStrictEqual(old[key], entry[key]));
}
