import { existsSync } from 'node:fs';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { FromWorker, FunctionFailure, ToWorker, WorkerStart } from './functions/messages.ts';

/** The process of one function: loads its bundle as Lambda's Node runtime does and answers the runner's invocations. */

type Handler = (event: unknown, context: Context) => unknown;
type StreamingHandler = (event: unknown, responseStream: Writable, context: Context) => unknown;
type Context = ReturnType<typeof contextOf>;

const streaming = Symbol('handler of a response stream');
const start: WorkerStart = JSON.parse(process.argv[2] ?? '{}');
const streams = new Map<string, Writable>();

// Bundles look for this global while they are loaded.
Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: StreamingHandler) => Object.assign(handler, { [streaming]: true }),
    HttpResponseStream: {
      /** The prelude that API Gateway reads status and headers from: JSON, then eight NUL bytes. */
      from: (stream: Writable, metadata: unknown) => {
        stream.write(`${JSON.stringify(metadata)}${'\0'.repeat(8)}`);
        return stream;
      },
    },
  },
});

function send(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

function failureOf(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
}

function contextOf(id: string, deadline: number) {
  return {
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

class ResponseStream extends Writable {
  private readonly id: string;

  constructor(id: string) {
    super();
    this.id = id;
  }

  setContentType(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    send({ kind: 'chunk', id: this.id, bytes: chunk });
    done();
  }
}

async function runStreaming(
  handler: StreamingHandler,
  id: string,
  event: unknown,
  context: Context,
): Promise<void> {
  const stream = new ResponseStream(id);
  streams.set(id, stream);
  // Writing after the client went away is the handler's business; it must not end the process.
  stream.on('error', () => {});
  stream.once('finish', () => send({ kind: 'end', id }));
  try {
    await handler(event, stream, context);
  } finally {
    streams.delete(id);
  }
  if (!stream.writableEnded) stream.end();
}

async function run(
  handler: Handler | StreamingHandler,
  message: ToWorker & { kind: 'invoke' },
): Promise<void> {
  const { id, eventJson, deadline } = message;
  const context = contextOf(id, deadline);
  try {
    const event: unknown = JSON.parse(eventJson);
    if (streaming in handler) return await runStreaming(handler as StreamingHandler, id, event, context);
    const result = await (handler as Handler)(event, context);
    send({ kind: 'result', id, resultJson: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failure', id, failure: failureOf(error) });
  }
}

async function load(): Promise<Handler | StreamingHandler> {
  const file = ['.mjs', '.js', '.cjs'].map((extension) => start.modulePath + extension).find(existsSync);
  if (!file) throw new Error(`No module at ${start.modulePath}.{mjs,js,cjs}`);
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const handler = module[start.exportName];
  if (typeof handler !== 'function') throw new Error(`${file} exports no function named ${start.exportName}`);
  const arguments_ = handler.length;
  if (!(streaming in handler) && arguments_ > 2) {
    throw new Error(
      `Node.js 24 on Lambda has no callbacks, but ${start.exportName} takes ${arguments_} arguments`,
    );
  }
  return handler as Handler;
}

// Ctrl+C reaches the whole process group; when this process ends is the runner's decision.
process.on('SIGINT', () => {});
// The runner ended, perhaps by SIGKILL: nobody waits for an answer any more.
process.on('disconnect', () => process.exit(0));

try {
  const handler = await load();
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'disconnect') streams.get(message.id)?.destroy();
    else void run(handler, message);
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unloadable', failure: failureOf(error) });
}
