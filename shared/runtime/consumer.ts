import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { systemContext, type TenantContext } from '../core/kernel/tenant-context.ts';
import type { Clock, Instant } from '../core/kernel/time.ts';
import { clock as liveClock } from './live/clock.ts';
import { logger } from './logger.ts';

export interface Tools {
  now: Instant;
  remainingMilliseconds(): number;
}

export interface Received<T> {
  /** The queue's id of the message; stays the same over redeliveries. */
  id: string;
  body: T;
  receiveCount: number;
}

interface ConsumerOptions {
  clock?: Clock;
}

/** One message at a time: returning means done, throwing means deliver it again. */
export function consumer<S extends z.ZodType>(
  schema: S,
  consume: (message: z.output<S>, tools: Tools & { receiveCount: number }) => Promise<void>,
  options: ConsumerOptions = {},
) {
  return batchConsumer(
    schema,
    async (messages, tools) => {
      const failed: string[] = [];
      for (const { id, body, receiveCount } of messages) {
        try {
          await consume(body, { ...tools, receiveCount });
        } catch (error) {
          logger.error('Message failed', { messageId: id, receiveCount, error: error as Error });
          failed.push(id);
        }
      }
      return failed;
    },
    options,
  );
}

/**
 * A whole batch at once; answers the ids of the messages that must be delivered again.
 * A message that does not fit the schema is never given to the consumer: it fails until it lies in the dead-letter queue.
 */
export function batchConsumer<S extends z.ZodType>(
  schema: S,
  consume: (messages: Received<z.output<S>>[], tools: Tools) => Promise<readonly string[]>,
  { clock = liveClock }: ConsumerOptions = {},
) {
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event: SQSEvent, context: Context) => {
      const messages: Received<z.output<S>>[] = [];
      const failed: string[] = [];
      for (const record of event.Records) {
        const body = bodyOf(schema, record);
        if (body === undefined) failed.push(record.messageId);
        else
          messages.push({
            id: record.messageId,
            body,
            receiveCount: Number(record.attributes.ApproximateReceiveCount),
          });
      }
      const tools = { now: clock.now(), remainingMilliseconds: () => context.getRemainingTimeInMillis() };
      if (messages.length > 0) failed.push(...(await consume(messages, tools)));
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });
}

function bodyOf<S extends z.ZodType>(schema: S, record: SQSRecord): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(record.body));
  } catch (error) {
    logger.error('Message does not fit its schema', { messageId: record.messageId, error: error as Error });
    return undefined;
  }
}

/** The context of work that Earshot does for an organization by itself. */
export function contextOf(message: { organizationId: string }): TenantContext {
  return systemContext(message.organizationId);
}
