import type { TenantContext } from '../kernel/tenant-context.ts';
import { epochMilliseconds, type Instant, MillisecondsPerMinute, toInstant } from '../kernel/time.ts';
import type { Change } from './change.ts';
import type { ObservedItem } from './observed-item.ts';

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

/** What a cell counts. Written as one text, because it is the name of an attribute. */
export type Cell =
  | { counts: 'interaction'; accountId: string; provider: string; sentiment: string; status: string }
  | { counts: 'content'; accountId: string; contentId: string }
  | { counts: 'clipping'; campaignId: string; detection: string }
  | { counts: 'suggestion'; campaignId: string };

export function cellName(cell: Cell): string {
  switch (cell.counts) {
    case 'interaction':
      return ['interaction', cell.accountId, cell.provider, cell.sentiment, cell.status].join('|');
    case 'content':
      return ['content', cell.accountId, cell.contentId].join('|');
    case 'clipping':
      return ['clipping', cell.campaignId, cell.detection].join('|');
    case 'suggestion':
      return ['suggestion', cell.campaignId].join('|');
  }
}

/** Reads a cell's name back; undefined for names of a kind that this version does not know. */
export function parseCell(name: string): Cell | undefined {
  const [counts, a = '', b = '', c = '', d = ''] = name.split('|');
  if (counts === 'interaction') return { counts, accountId: a, provider: b, sentiment: c, status: d };
  if (counts === 'content') return { counts, accountId: a, contentId: b };
  if (counts === 'clipping') return { counts, campaignId: a, detection: b };
  if (counts === 'suggestion') return { counts, campaignId: a };
  return undefined;
}

/** An interaction without an analysis is counted under this sentiment. */
export const UnknownSentiment = 'unknown';

/** The quarter and the cells in which an item counts as it is; own comments and deleted ones count nowhere. */
function contribution(item: ObservedItem | undefined): { bucket: string; cells: string[] } | undefined {
  if (!item) return undefined;
  switch (item.type) {
    case 'Interaction': {
      if (item.isFromOwner || item.status === 'deleted') return undefined;
      const { accountId, provider, contentId } = item;
      // Whoever was answered counts as answered, also where the answer came on the platform and the case was closed.
      const status = item.reply ? 'replied' : item.status;
      const sentiment = item.analysis?.sentiment ?? UnknownSentiment;
      const cells = [cellName({ counts: 'interaction', accountId, provider, sentiment, status })];
      if (contentId) cells.push(cellName({ counts: 'content', accountId, contentId }));
      return { bucket: bucketOf(item.commentedAt), cells };
    }
    case 'Clipping':
      return { bucket: bucketOf(item.detectedAt), cells: [cellName({ counts: 'clipping', ...item })] };
    case 'Suggestion':
      return { bucket: bucketOf(item.foundAt), cells: [cellName({ counts: 'suggestion', ...item })] };
    case 'SocialAccount':
      return undefined;
  }
}

/** A change takes its item out of the cells where it counted and puts it into those where it counts now. */
export function countsOfChange(change: Change): Map<string, Counts> {
  const byBucket = new Map<string, Counts>();
  const add = (item: ObservedItem | undefined, amount: number) => {
    const found = contribution(item);
    if (!found) return;
    const counts = byBucket.get(found.bucket) ?? {};
    for (const cell of found.cells) counts[cell] = (counts[cell] ?? 0) + amount;
    byBucket.set(found.bucket, counts);
  };
  add(change.before, -1);
  add(change.after, 1);
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
