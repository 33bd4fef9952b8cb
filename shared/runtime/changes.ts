import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Change } from '../core/activity/change.ts';
import type { Clock, Instant } from '../core/kernel/time.ts';
import { changeOf, StreamRecord } from '../infra/dynamo/stream-record.ts';
import { clock as liveClock } from './live/clock.ts';
import { logger } from './logger.ts';

/**
 * The consumer of the table's stream: returning means done, throwing means deliver the whole batch again.
 * A record that cannot be read is logged and left out: it would hold up all that come after it for a day.
 */
export function changeConsumer(
  consume: (changes: readonly Change[], now: Instant) => Promise<void>,
  { clock = liveClock }: { clock?: Clock } = {},
) {
  return middy<DynamoDBStreamEvent, DynamoDBBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event: DynamoDBStreamEvent) => {
      const changes = event.Records.flatMap((record) => readableChange(record) ?? []);
      try {
        if (changes.length > 0) await consume(changes, clock.now());
        return { batchItemFailures: [] };
      } catch (error) {
        logger.error('Changes were not recorded', { count: changes.length, error: error as Error });
        const itemIdentifier = event.Records[0]?.dynamodb?.SequenceNumber ?? '';
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    });
}

function readableChange(record: DynamoDBRecord): Change | undefined {
  try {
    return changeOf(StreamRecord.parse(record));
  } catch (error) {
    logger.error('A change cannot be read', { eventId: record.eventID, error: error as Error });
    return undefined;
  }
}
