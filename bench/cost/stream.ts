import type { Change } from '../../shared/core/activity/change.ts';
import { ObservedTypes } from '../../shared/core/activity/observed-item.ts';
import { changeOf, StreamRecord } from '../../shared/infra/dynamo/stream-record.ts';
import type { StoredChange } from './memory-dynamo.ts';
import type { Timeline } from './timeline.ts';

/** A new table on demand has four partitions, each a shard of the stream. */
const Shards = 4;

const observed = new Set<string | undefined>(ObservedTypes);

/** How an event source mapping collects a batch, and who gets it. */
export interface Follower {
  batchSize: number;
  windowMilliseconds: number;
  consume(changes: readonly Change[]): Promise<void>;
}

/** Hands changes of observed items to their consumers in batches, as the table's stream does. */
export class ChangeStream {
  readonly #timeline: Timeline;
  readonly #mappings: { follower: Follower; shards: Change[][] }[];
  #sequence = 0;

  constructor(timeline: Timeline, followers: readonly Follower[]) {
    this.#timeline = timeline;
    this.#mappings = followers.map((follower) => ({
      follower,
      shards: Array.from({ length: Shards }, () => []),
    }));
  }

  changed({ pk, before, after }: StoredChange): void {
    if (!observed.has((after ?? before)?.['type']?.S)) return;
    this.#sequence += 1;
    const change = changeOf(
      StreamRecord.parse({
        eventID: `${this.#sequence}`.padStart(32, 'a7c3f1e8b2d90465'),
        dynamodb: {
          ApproximateCreationDateTime: this.#timeline.now / 1_000,
          Keys: { pk: { S: pk } },
          SequenceNumber: `4${String(this.#sequence).padStart(20, '0')}`,
          OldImage: before,
          NewImage: after,
        },
      }),
    );
    if (!change) return;
    for (const { follower, shards } of this.#mappings) {
      const pending = shards[shardOf(pk)] ?? [];
      pending.push(change);
      if (pending.length % follower.batchSize === 1) this.#consumeLater(follower, pending);
    }
  }

  #consumeLater({ batchSize, windowMilliseconds, consume }: Follower, pending: Change[]): void {
    this.#timeline.at(this.#timeline.now + windowMilliseconds, () => consume(pending.splice(0, batchSize)));
  }
}

function shardOf(pk: string): number {
  let hash = 0;
  for (let index = 0; index < pk.length; index += 1) hash = (hash * 31 + pk.charCodeAt(index)) >>> 0;
  return hash % Shards;
}
