import * as z from 'zod';
import type { Access, AwsRequest, LocalService } from '../service.ts';
import type { Fauxqs } from './fauxqs-process.ts';
import { forward, ownRequest, readBody } from './forward.ts';
import { operationName, textField } from './protocols/json-protocol.ts';
import type { ServiceOptions } from './service-options.ts';

export interface LocalQueue {
  name: string;
  /** What functions get as `Ref`: the exact address under which the emulator knows the queue. */
  url: string;
  arn: string;
}

export interface QueuesService extends LocalService {
  endpoint: string;
  /** Creates the queue of an `AWS::SQS::Queue`, or brings an existing one to these properties. */
  createQueue(properties: unknown): Promise<LocalQueue>;
}

/** The action of a batch is that of its entries: SQS has no permission of its own for batches. */
const ActionOfBatch: Record<string, string> = {
  SendMessageBatch: 'SendMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
};

/** SQS, on the embedded fauxqs that it shares with S3. */
export function startQueues(fauxqs: Fauxqs, options: ServiceOptions): QueuesService {
  const arnOf = (name: string) => `arn:aws:sqs:${options.region}:${options.account}:${name}`;
  return {
    names: ['sqs'],
    endpoint: fauxqs.endpoint,
    access: (request) => queueAccess(request, arnOf),
    handle: (request) => forward(fauxqs.endpoint, request),
    deny: (message) => ({
      status: 403,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-error': 'AccessDenied;Sender' },
      body: JSON.stringify({ __type: 'com.amazon.coral.service#AccessDeniedException', message }),
    }),
    createQueue: (properties) => createQueue(properties, fauxqs.endpoint, options.region, arnOf),
    close: async () => {},
  };
}

function queueAccess(request: AwsRequest, arnOf: (name: string) => string): Access[] {
  const operation = operationName(request);
  const name = textField(request, 'QueueUrl')?.split('/').at(-1) ?? textField(request, 'QueueName') ?? '*';
  return [{ action: `sqs:${ActionOfBatch[operation] ?? operation}`, resources: [arnOf(name)] }];
}

const Seconds = z.coerce.string();
const QueueProperties = z.object({
  QueueName: z.string(),
  DelaySeconds: Seconds.optional(),
  VisibilityTimeout: Seconds.optional(),
  MessageRetentionPeriod: Seconds.optional(),
  MaximumMessageSize: Seconds.optional(),
  ReceiveMessageWaitTimeSeconds: Seconds.optional(),
  FifoQueue: z.coerce.string().optional(),
  ContentBasedDeduplication: z.coerce.string().optional(),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .transform((policy) => JSON.stringify(policy))
    .optional(),
});

async function createQueue(
  properties: unknown,
  endpoint: string,
  region: string,
  arnOf: (name: string) => string,
): Promise<LocalQueue> {
  const { QueueName, ...Attributes } = QueueProperties.parse(properties);
  const call = async (operation: string, input: unknown): Promise<string> => {
    const request = ownRequest('sqs', region, `AmazonSQS.${operation}`, input);
    // The emulator makes queue URLs of its host; without a port they stay the same after a restart.
    const answer = await forward(endpoint, request, `sqs.${region}.localhost`);
    const text = (await readBody(answer)).toString('utf8');
    if (answer.status !== 200) throw new Error(`${operation} of the queue ${QueueName} failed: ${text}`);
    return text;
  };
  const fifo = QueueName.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
  const created = await call('CreateQueue', { QueueName, Attributes: fifo });
  const { QueueUrl } = z.object({ QueueUrl: z.string() }).parse(JSON.parse(created));
  await call('SetQueueAttributes', { QueueUrl, Attributes });
  return { name: QueueName, url: QueueUrl, arn: arnOf(QueueName) };
}
