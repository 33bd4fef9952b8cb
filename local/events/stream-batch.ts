import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { FunctionError, type LocalFunction } from '../functions/local-function.ts';
import { type EventSourceMapping, failedItems } from './mapping.ts';

/** A change of a table as its stream tells it. */
export const StreamRecord = z.looseObject({
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number().optional(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const FirstPauseMilliseconds = 500;
const LongestPauseMilliseconds = 30_000;

export interface BatchDelivery {
  mapping: EventSourceMapping;
  consumer: LocalFunction;
  region: string;
  stopped(): boolean;
  /** Takes a batch that is given up, with the number of attempts. */
  giveUp(records: readonly StreamRecord[], attempts: number): Promise<void>;
}

/**
 * Brings a batch to the function until it is handled or given up, because a stream's order stands still until then.
 * A reported failure keeps what came before it; an error halves the batch where the mapping says so.
 */
export async function deliver(delivery: BatchDelivery, records: readonly StreamRecord[]): Promise<void> {
  const { mapping } = delivery;
  let rest = records;
  for (let attempts = 1; rest.length > 0 && !delivery.stopped(); attempts += 1) {
    const unhandled = await attempt(delivery, rest);
    const progressed = unhandled.length < rest.length;
    rest = unhandled;
    if (rest.length === 0) return;
    if (!progressed && mapping.bisects && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await deliver(delivery, rest.slice(0, middle));
      return deliver(delivery, rest.slice(middle));
    }
    if (mapping.maximumRetries >= 0 && attempts > mapping.maximumRetries) {
      return delivery.giveUp(rest, attempts);
    }
    await pause(Math.min(FirstPauseMilliseconds * 2 ** (attempts - 1), LongestPauseMilliseconds));
  }
}

/** Answers the records that still have to be handled. */
async function attempt(
  { mapping, consumer, region }: BatchDelivery,
  records: readonly StreamRecord[],
): Promise<readonly StreamRecord[]> {
  const Records = records.map((record) => ({
    ...record,
    awsRegion: region,
    eventSourceARN: mapping.sourceArn,
  }));
  try {
    const answer = await consumer.invoke({ Records });
    if (!mapping.reportsItemFailures) return [];
    const numbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
    const failed = failedItems(answer, numbers);
    const first = numbers.findIndex((number) => failed.has(number));
    return first < 0 ? [] : records.slice(first);
  } catch (error) {
    if (error instanceof FunctionError) return records;
    throw error;
  }
}
