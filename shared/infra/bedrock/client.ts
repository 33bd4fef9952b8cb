import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** A model answers a batch of comments well within this. */
const RequestTimeoutMilliseconds = 25_000;

/** Speaks HTTP/1.1: one request per call needs no HTTP/2, and the local cloud has none. */
export function modelClient(): BedrockRuntimeClient {
  return new BedrockRuntimeClient({
    maxAttempts: 2,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3_000,
      requestTimeout: RequestTimeoutMilliseconds,
      throwOnRequestTimeout: true,
    }),
  });
}
