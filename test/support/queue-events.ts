import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { aLambdaContext } from './api-events.ts';

type QueueHandler = (event: SQSEvent, context: ReturnType<typeof aLambdaContext>) => unknown;

/** Hands messages to a queue's function, as SQS would; `sentAt` and the queue's name are what dead letters show. */
export async function deliver(
  handler: QueueHandler,
  bodies: readonly unknown[],
  { queue = 'earshot-test-intake', sentAt = '2026-11-20T12:00:00.000Z' } = {},
): Promise<string[]> {
  const Records = bodies.map((body, index) => ({
    messageId: `message_${index + 1}`,
    receiptHandle: 'receipt',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: String(Date.parse(sentAt)),
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: String(Date.parse(sentAt)),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:eu-central-1:000000000000:${queue}`,
    awsRegion: 'eu-central-1',
  }));
  const answer = (await handler({ Records }, aLambdaContext())) as SQSBatchResponse;
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
