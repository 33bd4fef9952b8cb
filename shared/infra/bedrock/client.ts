import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** A model answers a batch of comments well within this. */
const BatchMilliseconds = 25_000;
/** One reply takes a few seconds; a person waits for it, and two of them must end within a function's time. */
const ReplyMilliseconds = 10_000;

/** For work that a queue brings again: waits, and tries a second time. */
export function modelClient(): BedrockRuntimeClient {
  return clientFor({ maxAttempts: 2, requestTimeout: BatchMilliseconds });
}

/** For calls that somebody waits for, or that are repeated by those who make them. */
export function impatientModelClient(): BedrockRuntimeClient {
  return clientFor({ maxAttempts: 1, requestTimeout: ReplyMilliseconds });
}

/** Speaks HTTP/1.1: one request per call needs no HTTP/2, and the local cloud has none. */
function clientFor({ maxAttempts, requestTimeout }: { maxAttempts: number; requestTimeout: number }) {
  return new BedrockRuntimeClient({
    maxAttempts,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3_000,
      requestTimeout,
      throwOnRequestTimeout: true,
    }),
  });
}
