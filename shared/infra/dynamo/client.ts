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
  client.middlewareStack.addRelativeTo(wellFormed, {
    name: 'wellFormedTexts',
    relation: 'after',
    toMiddleware: 'serializerMiddleware',
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

/**
 * DynamoDB refuses a request with half of a surrogate pair in it, and people's texts have such: a platform or a program of
 * theirs has cut an emoji in two. Its place is kept by U+FFFD.
 */
function wellFormed<Sent, Next>(next: (sent: Sent) => Next): (sent: Sent & { request?: unknown }) => Next {
  return (sent) => {
    const request = sent.request as { body?: string | Uint8Array } | undefined;
    const body = bufferOf(request?.body ?? '');
    // Only what is not well-formed is written with such an escape.
    if (request && body.includes('\\ud')) request.body = withoutLoneSurrogates(body.toString('utf8'));
    return next(sent);
  };
}

/** The serializer's bytes warn of whoever takes them for a text. */
function bufferOf(body: string | Uint8Array): Buffer {
  return typeof body === 'string'
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

function withoutLoneSurrogates(json: string): string {
  return json.replace(/\\(ud[89a-f][0-9a-f]{2}|.)/gi, (whole, escaped: string) =>
    escaped.length > 1 ? '\ufffd' : whole,
  );
}
