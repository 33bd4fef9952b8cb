import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { closeServer, listen } from '../../local/origin/public-origin.ts';

/** A call of a function to the outside, as it passes. */
export interface PassingCall {
  method: string;
  /** As the caller sent it, with its query. */
  path: string;
  /** The operation of an AWS service such as `DynamoDB_20120810.PutItem`; empty for everybody else. */
  operation: string;
  body: string;
  socket: Socket;
}

/** The moments of a call: before it leaves, when its effect has happened, and when its answer was handed over. */
export type Moment = 'before' | 'after' | 'answered';

export interface InterceptingProxy {
  url: string;
  close(): Promise<void>;
}

interface ProxyOptions {
  /** Where calls go on; what arrives before that is known waits for it. */
  target: Promise<string>;
  /** True when the caller is dead by now: its call ends here. */
  watch(call: PassingCall, moment: Moment): boolean;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

const agent = new Agent({ keepAlive: true });

/** Stands between functions and what they call, so that a caller can be killed at an exact moment of a call. */
export async function startInterceptingProxy({ target, watch }: ProxyOptions): Promise<InterceptingProxy> {
  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming);
    const call: PassingCall = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      operation: String(incoming.headers['x-amz-target'] ?? ''),
      body: body.toString('utf8'),
      socket: incoming.socket,
    };
    if (watch(call, 'before')) return void outgoing.destroy();
    const answer = await forwarded(await target, incoming, body);
    if (watch(call, 'after')) return void outgoing.destroy();
    outgoing.writeHead(answer.status, withoutFraming(answer.headers));
    outgoing.end(answer.body, () => watch(call, 'answered'));
  }

  const server = createServer((incoming, outgoing) => {
    // A connection that the called side cut is cut for the caller, too.
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function forwarded(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { hostname, port, pathname } = new URL(target);
  return new Promise((resolve, reject) => {
    const path = `${pathname.replace(/\/$/, '')}${incoming.url ?? '/'}`;
    const headers = { ...withoutFraming(incoming.headers), 'content-length': body.length };
    const call = request({ hostname, port, path, method: incoming.method, headers, agent }, (answer) => {
      bytesOf(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Bodies are passed on whole; how they were cut for the wire belongs to one connection. */
function withoutFraming({
  'transfer-encoding': _encoding,
  connection: _connection,
  'keep-alive': _keepAlive,
  ...headers
}: IncomingMessage['headers']): IncomingMessage['headers'] {
  return headers;
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
