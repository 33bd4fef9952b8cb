import * as z from 'zod';

/** How the poller talks to the queues: an SQS action by name, with its JSON input and output. */
export type CallQueues = (action: string, input: Record<string, unknown>) => Promise<unknown>;

export interface HeldMessage {
  ReceiptHandle: string;
}

/** A killed runner gives its messages back after this time instead of the queue's own, which lasts minutes. */
export const HeldSeconds = 10;
const RenewalMilliseconds = 3_000;
const MostPerBatch = 10;

const Attributes = z.looseObject({ Attributes: z.looseObject({ VisibilityTimeout: z.string() }) });

/** Keeps messages invisible while they are worked on; answers how to end that. */
export function holdMessages(
  call: CallQueues,
  queueUrl: string,
  messages: readonly HeldMessage[],
): () => void {
  const renewal = setInterval(() => {
    // A renewal that fails lets the messages come back early, which every consumer must bear anyway.
    hideFor(call, queueUrl, messages, HeldSeconds).catch(() => undefined);
  }, RenewalMilliseconds);
  renewal.unref();
  return () => clearInterval(renewal);
}

/** Lets messages rest for the queue's own visibility time-out, as they do on Lambda after a failure. */
export async function restMessages(call: CallQueues, queueUrl: string, messages: readonly HeldMessage[]) {
  if (messages.length === 0) return;
  const answer = await call('GetQueueAttributes', {
    QueueUrl: queueUrl,
    AttributeNames: ['VisibilityTimeout'],
  });
  await hideFor(call, queueUrl, messages, Number(Attributes.parse(answer).Attributes.VisibilityTimeout));
}

/** Makes messages visible (0) or keeps them invisible for some seconds from now. */
export async function hideFor(
  call: CallQueues,
  queueUrl: string,
  messages: readonly HeldMessage[],
  seconds: number,
): Promise<void> {
  for (let start = 0; start < messages.length; start += MostPerBatch) {
    const Entries = messages.slice(start, start + MostPerBatch).map(({ ReceiptHandle }, index) => ({
      Id: String(index),
      ReceiptHandle,
      VisibilityTimeout: seconds,
    }));
    await call('ChangeMessageVisibilityBatch', { QueueUrl: queueUrl, Entries });
  }
}
