import { systemContext } from '../kernel/tenant-context.ts';
import type { Change } from './change.ts';
import { inTurns } from './in-turns.ts';
import { countsOfChange, type Delta, type RollupKey, type RollupStore } from './rollup.ts';

/** Counts changes, in one write for each quarter of an hour of a source; rollups drop what they have counted already. */
export async function countChanges(
  { rollups }: { rollups: RollupStore },
  changes: readonly Change[],
): Promise<void> {
  await inTurns(
    countedBuckets(changes).map(
      ({ organizationId, key, deltas }) =>
        () =>
          rollups.add(systemContext(organizationId), key, deltas),
    ),
  );
}

interface CountedBucket {
  organizationId: string;
  key: RollupKey;
  deltas: Delta[];
}

function countedBuckets(changes: readonly Change[]): CountedBucket[] {
  const found = new Map<string, CountedBucket>();
  for (const change of changes) {
    const { organizationId, source, sequenceNumber } = change;
    for (const [bucket, counts] of countsOfChange(change)) {
      const id = JSON.stringify([organizationId, source, bucket]);
      const counted = found.get(id) ?? { organizationId, key: { bucket, source }, deltas: [] };
      counted.deltas.push({ sequenceNumber, counts });
      found.set(id, counted);
    }
  }
  return [...found.values()];
}
