import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A document client that drops `undefined` and keeps empty texts as they are. */
export function documentClient(
  options: { endpoint?: string; maxAttempts?: number } = {},
): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: options.maxAttempts ?? 4,
    ...(options.endpoint && { endpoint: options.endpoint }),
  });
  // For a log that nobody writes, it makes a copy of every item that was read.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
