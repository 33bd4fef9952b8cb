import { PassThrough } from 'node:stream';

interface Prelude {
  statusCode: number;
  headers: Record<string, string>;
}

type Streaming = (event: unknown, stream: PassThrough, context: unknown) => Promise<void>;

const preludes = new WeakMap<PassThrough, Prelude>();

/** Puts the part of the Lambda runtime in place that streamed answers use; to be called before such a handler is made. */
export function installResponseStreaming(): void {
  Object.assign(globalThis, {
    awslambda: {
      streamifyResponse: (handler: Streaming) => handler,
      HttpResponseStream: {
        from: (stream: PassThrough, prelude: Prelude) => {
          preludes.set(stream, prelude);
          return stream;
        },
      },
    },
  });
}

/** Calls a streaming handler and collects all that it answers. */
export async function callStreaming(handler: unknown, event: unknown, context: unknown) {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await (handler as Streaming)(event, stream, context);
  const prelude = preludes.get(stream);
  return { status: prelude?.statusCode, headers: prelude?.headers, body: Buffer.concat(chunks).toString() };
}
