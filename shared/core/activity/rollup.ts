import type { TenantContext } from '../kernel/tenant-context.ts';
import { epochMilliseconds, type Instant, MillisecondsPerMinute, toInstant } from '../kernel/time.ts';
import type { Change } from './change.ts';
import { executionCounts } from './execution-cells.ts';
import { interactionCells } from './interaction-cells.ts';
import type { ObservedItem } from './observed-item.ts';
import { type Cell, cellName } from './rollup-cell.ts';

/** All time zones are whole quarters of an hour apart, so quarters add up to the days of any zone. */
const BucketMilliseconds = 15 * MillisecondsPerMinute;

/** How often something was counted, by cell; a cell is what was counted with all its attributes. */
export type Counts = Record<string, number>;

/** The counts that one change adds to one bucket. */
export interface Delta {
  sequenceNumber: string;
  counts: Counts;
}

/** One quarter of an hour of one source: what is kept of it is the sum of the deltas of its changes. */
export interface RollupKey {
  bucket: string;
  source: string;
}

export interface RollupStore {
  /** Adds deltas, in order, each exactly once: what is not newer than the last one added is dropped. */
  add(context: TenantContext, key: RollupKey, deltas: readonly Delta[]): Promise<void>;
  /** The counts of all buckets from an instant until before another, summed over their sources. */
  between(
    context: TenantContext,
    from: Instant,
    until: Instant,
  ): AsyncIterable<{ bucket: string; counts: Counts }>;
}

/** The quarter of an hour that an instant lies in, e.g. `2026-11-20T15:45`. */
export function bucketOf(instant: Instant): string {
  const start = Math.floor(epochMilliseconds(instant) / BucketMilliseconds) * BucketMilliseconds;
  return toInstant(start).slice(0, 16);
}

export function instantOfBucket(bucket: string): Instant {
  return `${bucket}:00.000Z`;
}

/** The quarter and the cells in which an item counts as it is; own comments and deleted ones count nowhere. */
function contribution(item: ObservedItem | undefined): { bucket: string; counts: Counts } | undefined {
  if (!item) return undefined;
  switch (item.type) {
    case 'Interaction': {
      if (item.isFromOwner || item.status === 'deleted') return undefined;
      return { bucket: bucketOf(item.commentedAt), counts: onceEach(interactionCells(item)) };
    }
    case 'Clipping':
      return { bucket: bucketOf(item.detectedAt), counts: onceEach([{ counts: 'clipping', ...item }]) };
    case 'Suggestion':
      return { bucket: bucketOf(item.foundAt), counts: onceEach([{ counts: 'suggestion', ...item }]) };
    case 'Execution':
      return { bucket: bucketOf(item.completedAt), counts: executionCounts(item) };
    default:
      return undefined;
  }
}

function onceEach(cells: readonly Cell[]): Counts {
  return Object.fromEntries(cells.map((cell) => [cellName(cell), 1]));
}

/** What the model took for a text that has just been analysed; an item that changes otherwise still carries it. */
function newModelUsage({ before, after }: Change): Counts | undefined {
  if (after?.type !== 'Interaction' || !after.modelUsage) return undefined;
  if (before?.type === 'Interaction' && before.revision === after.revision) return undefined;
  const measures = Object.entries(after.modelUsage);
  return Object.fromEntries(
    measures.map(([measure, amount]) => [cellName({ counts: 'model', measure }), amount]),
  );
}

/** A change takes its item out of the cells where it counted and puts it into those where it counts now. */
export function countsOfChange(change: Change): Map<string, Counts> {
  const byBucket = new Map<string, Counts>();
  const add = (item: ObservedItem | undefined, amount: number) => {
    const found = contribution(item);
    if (!found) return;
    const counts = byBucket.get(found.bucket) ?? {};
    for (const [cell, of] of Object.entries(found.counts)) counts[cell] = (counts[cell] ?? 0) + amount * of;
    byBucket.set(found.bucket, counts);
  };
  // A record that has had its time, or whose comment was erased, was made all the same.
  if (change.after || change.before?.type !== 'Execution') add(change.before, -1);
  add(change.after, 1);
  const usage = newModelUsage(change);
  if (usage) byBucket.set(bucketOf(change.at), sumOfCounts([byBucket.get(bucketOf(change.at)) ?? {}, usage]));
  for (const [bucket, counts] of byBucket) {
    const changed = Object.fromEntries(Object.entries(counts).filter(([, amount]) => amount !== 0));
    if (Object.keys(changed).length > 0) byBucket.set(bucket, changed);
    else byBucket.delete(bucket);
  }
  return byBucket;
}

export function sumOfCounts(all: Iterable<Counts>): Counts {
  const sum: Counts = {};
  for (const counts of all) {
    for (const [cell, amount] of Object.entries(counts)) sum[cell] = (sum[cell] ?? 0) + amount;
  }
  return sum;
}
