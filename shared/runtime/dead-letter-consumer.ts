import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { DeadLetter } from '../core/interactions/dead-letter.ts';
import { toInstant } from '../core/kernel/time.ts';
import { logger } from './logger.ts';

/** A queue is named `earshot-<stage>-<name>-dead`. */
const QueueName = /-([a-z]+)-dead$/;
const Owned = z.object({ organizationId: z.string().min(1) });

/**
 * Takes messages of dead-letter queues as they are: they may be there because they fit no schema.
 * Every one is logged as an error before anything else is tried.
 */
export function deadLetterConsumer(consume: (letter: DeadLetter) => Promise<void>) {
  return middy<SQSEvent, SQSBatchResponse, Error, Context>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .handler(async (event: SQSEvent) => {
      const failed: string[] = [];
      for (const record of event.Records) {
        const letter = letterOf(record);
        const { messageId, queue, organizationId, receiveCount } = letter;
        logger.error('Dead letter', { messageId, queue, organizationId, receiveCount });
        try {
          await consume(letter);
        } catch (error) {
          logger.error('Dead letter could not be handled', { messageId, error: error as Error });
          failed.push(messageId);
        }
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });
}

function letterOf({ messageId, body, eventSourceARN, attributes }: SQSRecord): DeadLetter {
  return {
    messageId,
    queue: QueueName.exec(eventSourceARN)?.[1] ?? eventSourceARN,
    organizationId: organizationOf(body),
    body,
    receiveCount: Number(attributes.ApproximateReceiveCount),
    sentAt: toInstant(Number(attributes.SentTimestamp)),
  };
}

function organizationOf(body: string): string | null {
  try {
    return Owned.parse(JSON.parse(body)).organizationId;
  } catch {
    return null;
  }
}
