import type {
  FeedsMessage,
  IntakeMessage,
  JobMessage,
  ReplyMessage,
  ReportMessage,
  SentQueueName,
  SyncMessage,
  WebhookMessage,
} from '../../contract/queues.ts';
import { queueClient } from '../../infra/sqs/client.ts';
import { sendMessages } from '../../infra/sqs/queue.ts';
import { requireEnvironment } from '../env.ts';

interface MessageOf {
  intake: IntakeMessage;
  replies: ReplyMessage;
  sync: SyncMessage;
  feeds: FeedsMessage;
  reports: ReportMessage;
  webhooks: WebhookMessage;
  jobs: JobMessage;
}

const UrlVariable = {
  intake: 'INTAKE_QUEUE_URL',
  replies: 'REPLIES_QUEUE_URL',
  sync: 'SYNC_QUEUE_URL',
  feeds: 'FEEDS_QUEUE_URL',
  reports: 'REPORTS_QUEUE_URL',
  webhooks: 'WEBHOOKS_QUEUE_URL',
  jobs: 'JOBS_QUEUE_URL',
} as const satisfies Record<SentQueueName, string>;

const client = queueClient();

/** Sends messages to one of the stack's queues, at most 900 seconds ahead. */
export function sendTo<Q extends SentQueueName>(
  queue: Q,
  messages: readonly { body: MessageOf[Q]; delaySeconds?: number | undefined }[],
): Promise<void> {
  return sendMessages(client, requireEnvironment(UrlVariable[queue]), messages);
}
