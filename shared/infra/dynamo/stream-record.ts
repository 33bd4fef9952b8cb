import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Change } from '../../core/activity/change.ts';
import { ObservedItem } from '../../core/activity/observed-item.ts';
import { MillisecondsPerSecond, toInstant } from '../../core/kernel/time.ts';
import { ExecutionType, executionOf } from './execution-store.ts';
import { InteractionType, interactionOf } from './interaction-row.ts';
import { ownerOfPartition } from './keys.ts';
import type { Item } from './table-requests.ts';

/** Lambda hands bytes over as base64; the rows that are packed hold theirs at the top. */
const Bytes = z.object({ B: z.base64().transform((text) => Uint8Array.from(Buffer.from(text, 'base64'))) });

const Image = z.record(
  z.string(),
  z.union([Bytes, z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null)]),
);

/** A record of the table's stream, as Lambda hands it over. */
export const StreamRecord = z.object({
  eventID: z.string(),
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number(),
    Keys: z.object({ pk: z.object({ S: z.string() }) }),
    SequenceNumber: z.string(),
    OldImage: Image.optional(),
    NewImage: Image.optional(),
  }),
});

/** Reads a stream record as a change of an observed item; undefined for items that belong to no tenant. */
export function changeOf(record: z.infer<typeof StreamRecord>): Change | undefined {
  const { dynamodb, eventID } = record;
  const owner = ownerOfPartition(dynamodb.Keys.pk.S);
  if (!owner) return undefined;
  return {
    ...owner,
    eventId: eventID,
    sequenceNumber: dynamodb.SequenceNumber,
    at: toInstant(Math.round(dynamodb.ApproximateCreationDateTime * MillisecondsPerSecond)),
    before: dynamodb.OldImage && observed(unmarshall(dynamodb.OldImage)),
    after: dynamodb.NewImage && observed(unmarshall(dynamodb.NewImage)),
  };
}

/** How rows are read whose fields do not lie in plain. */
const PackedRows: Record<string, (item: Item) => object> = {
  [InteractionType]: interactionOf,
  [ExecutionType]: executionOf,
};

function observed(item: Item): ObservedItem {
  const read = PackedRows[String(item['type'])];
  return ObservedItem.parse(read ? { ...read(item), type: item['type'] } : item);
}
