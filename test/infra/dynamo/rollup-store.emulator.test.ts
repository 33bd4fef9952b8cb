import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Counts, Delta, RollupStore } from '../../../shared/core/activity/rollup.ts';
import { rollupStore } from '../../../shared/infra/dynamo/rollup-store.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

let started: StartedTable;
let rollups: RollupStore;

beforeAll(async () => {
  started = await startTable();
  rollups = rollupStore(started.table);
});
afterAll(() => started.stop());

const context = aContext();
const bucket = '2026-11-20T12:00';
const delta = (sequence: number, counts: Counts = { seen: 1 }): Delta => ({
  sequenceNumber: String(sequence),
  counts,
});
const range = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, index) => delta(from + index));

async function countsOf(source: string, inContext = context) {
  const found = await Array.fromAsync(
    rollups.between(inContext, '2026-11-20T12:00:00.000Z', '2026-11-20T12:15:00.000Z'),
  );
  return found.flatMap(({ counts }) => (counts[source] === undefined ? [] : [counts[source]]));
}

describe('the rollups', () => {
  it('CM-19 count each change once under replays and overlapping batches', async () => {
    const key = { bucket, source: 'INT#0' };
    const batches = [range(95, 103), range(95, 103), range(99, 110), range(96, 100), range(108, 120)];
    for (const batch of batches) await rollups.add(context, key, batch);

    expect(await countsOf('seen')).toEqual([25]);
  });

  it('CM-19 count each change once when two consumers get the same batch', async () => {
    const key = { bucket, source: 'INT#1' };
    const batch = range(1, 40).map(({ sequenceNumber }) => ({ sequenceNumber, counts: { twice: 1 } }));
    await Promise.all([1, 2, 3].map(() => rollups.add(context, key, batch)));

    expect(await countsOf('twice')).toEqual([39]);
  });

  it('CM-19 keep the sources of one bucket apart and never mix tenants', async () => {
    const other = aContext({ organizationId: 'org_teahouse' });
    await rollups.add(context, { bucket, source: 'INT#2' }, [delta(7, { apart: 2 })]);
    await rollups.add(context, { bucket, source: 'INT#3' }, [delta(5, { apart: 3 })]);

    expect(await countsOf('apart')).toEqual([2, 3]);
    expect(await countsOf('apart', other)).toEqual([]);
  });

  it('CM-19 take a batch with more cells than one update can name', async () => {
    const wide = Array.from({ length: 100 }, (_, index) =>
      delta(1_000 + index, { [`content|acc_page|con_${index}`]: 1, wide: 1 }),
    );
    await rollups.add(context, { bucket, source: 'INT#4' }, wide);
    await rollups.add(context, { bucket, source: 'INT#4' }, wide);

    expect(await countsOf('wide')).toEqual([100]);
    expect(await countsOf('content|acc_page|con_99')).toEqual([1]);
  });

  it('CM-19 leave out the bucket that begins where the period ends', async () => {
    await rollups.add(context, { bucket: '2026-11-20T12:15', source: 'INT#0' }, [delta(1, { next: 1 })]);

    expect(await countsOf('next')).toEqual([]);
  });
});
