import { SQSClient } from '@aws-sdk/client-sqs';

/** A client that always talks to its endpoint: by default the SDK would follow the host in the queue's address. */
export function queueClient(): SQSClient {
  return new SQSClient({ useQueueUrlAsEndpoint: false });
}
