import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { AppError } from '../../core/kernel/errors.ts';

export interface OutgoingMessage {
  body: unknown;
  delaySeconds?: number | undefined;
}

const MostPerBatch = 10;

/** Sends messages in batches of ten. @throws unavailable when the queue did not take all of them, even after a second try. */
export async function sendMessages(
  client: SQSClient,
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  for (let start = 0; start < messages.length; start += MostPerBatch) {
    const batch = messages.slice(start, start + MostPerBatch);
    const refused = await sendBatch(client, queueUrl, batch);
    const stillRefused = refused.length > 0 ? await sendBatch(client, queueUrl, refused) : [];
    if (stillRefused.length > 0) {
      throw new AppError(
        'unavailable',
        'queue_refused',
        `The queue refused ${stillRefused.length} messages.`,
      );
    }
  }
}

async function sendBatch(
  client: SQSClient,
  queueUrl: string,
  batch: readonly OutgoingMessage[],
): Promise<OutgoingMessage[]> {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: batch.map((message, index) => ({
        Id: String(index),
        MessageBody: acceptableJson(message.body),
        ...(message.delaySeconds !== undefined && { DelaySeconds: message.delaySeconds }),
      })),
    }),
  );
  return Failed.flatMap(({ Id }) => batch[Number(Id)] ?? []);
}

/**
 * SQS refuses noncharacters and halves of cut emojis, which strangers' texts may hold, and the local queue refuses
 * whole emojis, too: JSON can say them all in plain ASCII.
 */
function acceptableJson(body: unknown): string {
  return JSON.stringify(body).replaceAll(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16)}`,
  );
}
