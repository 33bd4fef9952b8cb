import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { LocalFunction } from '../functions/local-function.ts';
import { type CallQueues, HeldSeconds, hideFor, holdMessages, restMessages } from './hold-messages.ts';
import { type EventSourceMapping, failedItems, type Poller } from './mapping.ts';

const LongPollSeconds = 20;
const MaximumReceive = 10;
const DefaultBatchSize = 10;
const PauseAfterErrorMilliseconds = 1000;

const Message = z.looseObject({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  Body: z.string(),
  MD5OfBody: z.string().optional(),
  Attributes: z.record(z.string(), z.string()).default({}),
  MessageAttributes: z
    .record(
      z.string(),
      z.looseObject({
        DataType: z.string(),
        StringValue: z.string().optional(),
        BinaryValue: z.string().optional(),
      }),
    )
    .default({}),
});
type Message = z.infer<typeof Message>;

const Received = z.looseObject({ Messages: z.array(Message).nullish() });

export interface QueuePollerOptions {
  mapping: EventSourceMapping;
  queueUrl: string;
  region: string;
  consumer: LocalFunction;
  call: CallQueues;
  report(line: string): void;
}

/**
 * Hands batches of a queue's messages to a function. What it handled is deleted; what failed stays invisible until
 * its visibility time-out ends, so the queue's own redrive rule counts the attempts. Meanwhile messages are held for
 * seconds at a time, so that what a killed runner had in hand comes back soon.
 */
export function startQueuePoller(options: QueuePollerOptions): Poller {
  const { mapping, report } = options;
  let stopped = false;
  const handling = new Set<Promise<void>>();

  async function pollOnce(): Promise<void> {
    if (handling.size >= mapping.maximumConcurrency) await Promise.race(handling);
    const messages = await receiveBatch(options, () => stopped);
    if (messages.length === 0) return;
    if (stopped) return hideFor(options.call, options.queueUrl, messages, 0);
    const work = handle(options, messages, () => stopped)
      .catch((error: unknown) => report(`${mapping.logicalId}: ${messageOf(error)}`))
      .finally(() => handling.delete(work));
    handling.add(work);
  }

  async function poll(): Promise<void> {
    while (!stopped) {
      try {
        await pollOnce();
      } catch (error) {
        if (stopped) return;
        report(`${mapping.logicalId}: ${messageOf(error)}`);
        await pause(PauseAfterErrorMilliseconds, undefined, { ref: false });
      }
    }
  }

  void poll();
  return {
    stop: () => {
      stopped = true;
    },
  };
}

/** Waits for a first message, then up to the window's end for a full batch. */
async function receiveBatch(options: QueuePollerOptions, stopped: () => boolean): Promise<Message[]> {
  const { batchSize = DefaultBatchSize, windowSeconds } = options.mapping;
  const batch = await receive(options, batchSize, LongPollSeconds);
  const windowEnd = Date.now() + windowSeconds * 1000;
  while (batch.length > 0 && batch.length < batchSize && !stopped()) {
    const seconds = Math.ceil((windowEnd - Date.now()) / 1000);
    if (seconds <= 0) break;
    batch.push(...(await receive(options, batchSize - batch.length, seconds)));
  }
  return batch;
}

async function receive({ call, queueUrl, mapping }: QueuePollerOptions, wanted: number, waitSeconds: number) {
  const answer = await call('ReceiveMessage', {
    QueueUrl: queueUrl,
    MaxNumberOfMessages: Math.min(wanted, MaximumReceive),
    WaitTimeSeconds: waitSeconds,
    VisibilityTimeout: HeldSeconds + mapping.windowSeconds,
    AttributeNames: ['All'],
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  return Received.parse(answer).Messages ?? [];
}

async function handle(
  options: QueuePollerOptions,
  messages: Message[],
  stopped: () => boolean,
): Promise<void> {
  const { call, queueUrl } = options;
  const letGo = holdMessages(call, queueUrl, messages);
  const failed = await failedOf(options, messages).finally(letGo);
  const done = messages.filter(({ MessageId }) => !failed.has(MessageId));
  for (let start = 0; start < done.length; start += MaximumReceive) {
    const Entries = done
      .slice(start, start + MaximumReceive)
      .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await call('DeleteMessageBatch', { QueueUrl: queueUrl, Entries });
  }
  const left = messages.filter(({ MessageId }) => failed.has(MessageId));
  // What fails while the runner ends was cut off rather than refused.
  await (stopped() ? hideFor(call, queueUrl, left, 0) : restMessages(call, queueUrl, left));
}

/** The ids of the messages that the function did not handle: all of them when it failed as a whole. */
async function failedOf(options: QueuePollerOptions, messages: Message[]): Promise<ReadonlySet<string>> {
  const { mapping, consumer } = options;
  const ids = messages.map(({ MessageId }) => MessageId);
  const event = { Records: messages.map((message) => recordOf(message, options)) };
  try {
    const answer = await consumer.invoke(event);
    return mapping.reportsItemFailures ? failedItems(answer, ids) : new Set<string>();
  } catch {
    // The function's own log tells why.
    return new Set(ids);
  }
}

function recordOf(message: Message, { mapping, region }: QueuePollerOptions) {
  const attributes = Object.entries(message.MessageAttributes).map(([name, value]) => [
    name,
    {
      dataType: value.DataType,
      stringListValues: [],
      binaryListValues: [],
      ...(value.StringValue === undefined ? {} : { stringValue: value.StringValue }),
      ...(value.BinaryValue === undefined ? {} : { binaryValue: value.BinaryValue }),
    },
  ]);
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: mapping.sourceArn,
    awsRegion: region,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
