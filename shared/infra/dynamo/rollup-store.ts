import * as z from 'zod';
import {
  bucketOf,
  type Counts,
  type Delta,
  type RollupKey,
  type RollupStore,
  sumOfCounts,
} from '../../core/activity/rollup.ts';
import { AppError, isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import { shortCell, wholeCell } from './short-cells.ts';
import type { Table } from './table.ts';

/** Cells are attributes of their own, so that adding to one needs no read; the prefix keeps them apart. */
const CellPrefix = 'n|';

/** An update expression has at most 4 KB; a cell with its placeholders takes up to about 140 bytes. */
const MostCellsPerUpdate = 20;

/** Sequence numbers are decimal digits of any length: padded, they compare as text. */
const SequenceDigits = 40;

/** Only a second consumer of the same source can make an attempt fail twice. */
const MostAttempts = 5;

const Row = z.object({ bucket: z.string(), lastSequence: z.string() });

export function rollupStore(table: Table): RollupStore {
  return {
    async add(context, key, deltas) {
      const ordered = deltas
        .map(({ sequenceNumber, counts }) => ({
          sequence: sequenceNumber.padStart(SequenceDigits, '0'),
          counts,
        }))
        .sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
      for (const chunk of chunksOf(ordered)) await addOnce(table, context, key, chunk);
    },

    async *between(context, from, until) {
      const sortBetween = [bucketOf(from), bucketOf(until)] as const;
      const cells = new Map<string, string>();
      for await (const item of table.tenant(context).all({ partition: 'ROLLUP', sortBetween })) {
        yield { bucket: Row.parse(item).bucket, counts: countsOf(item, cells) };
      }
    },
  };
}

type Sequenced = Omit<Delta, 'sequenceNumber'> & { sequence: string };

/** Adds what is newer than the item's last sequence number, and moves that number on, in one write. */
async function addOnce(
  table: Table,
  context: TenantContext,
  key: RollupKey,
  deltas: Sequenced[],
): Promise<void> {
  let fresh = deltas;
  let condition: Condition = {
    any: [{ absent: 'lastSequence' }, { lessThan: ['lastSequence', fresh[0]?.sequence] }],
  };
  for (let attempt = 0; attempt < MostAttempts && fresh.length > 0; attempt += 1) {
    try {
      await table.tenant(context).update(itemKey(key), {
        set: { type: 'Rollup', bucket: key.bucket, lastSequence: fresh.at(-1)?.sequence },
        add: attributesOf(sumOfCounts(fresh.map(({ counts }) => counts))),
        condition,
      });
      return;
    } catch (error) {
      if (!isAppError(error, 'condition_failed')) throw error;
      const { lastSequence } = Row.parse(error.details['item']);
      fresh = deltas.filter(({ sequence }) => sequence > lastSequence);
      condition = { equals: ['lastSequence', lastSequence] };
    }
  }
  if (fresh.length > 0) throw new AppError('unavailable', 'rollup_contended', 'Another consumer was faster.');
}

/** Neighbouring deltas that fit into one update; the order of the sequence is kept. */
function chunksOf(deltas: readonly Sequenced[]): Sequenced[][] {
  const chunks: Sequenced[][] = [];
  let cells = new Set<string>();
  for (const delta of deltas) {
    const names = Object.keys(delta.counts);
    const grown = new Set([...cells, ...names]);
    const current = chunks.at(-1);
    if (current && grown.size <= MostCellsPerUpdate) {
      current.push(delta);
      cells = grown;
    } else {
      chunks.push([delta]);
      cells = new Set(names);
    }
  }
  return chunks;
}

function itemKey({ bucket, source }: RollupKey): Key {
  return { partition: 'ROLLUP', sort: `${bucket}#${source}` };
}

function attributesOf(counts: Counts): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([, amount]) => amount !== 0)
      .map(([cell, amount]) => [`${CellPrefix}${shortCell(cell)}`, amount]),
  );
}

/**
 * The counts of an item. A busy month has more than half a million, of few names: `cells` keeps those that were cut from
 * their attributes already.
 */
function countsOf(item: Record<string, unknown>, cells: Map<string, string>): Counts {
  const counts: Counts = {};
  for (const attribute of Object.keys(item)) {
    const value = item[attribute];
    if (typeof value !== 'number' || !attribute.startsWith(CellPrefix)) continue;
    const cell = cells.get(attribute) ?? wholeCell(attribute.slice(CellPrefix.length));
    cells.set(attribute, cell);
    counts[cell] = value;
  }
  return counts;
}
