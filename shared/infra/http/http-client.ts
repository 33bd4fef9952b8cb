import { Agent, type Dispatcher, request as send } from 'undici';
import type { OutsideAddress } from './outside.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** The real address; the client knows where the outside world is. */
  url: URL;
  headers?: Record<string, string>;
  body?: string;
  /** For the whole exchange, from the first byte to the last. */
  timeoutMilliseconds: number;
}

export interface HttpAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string | undefined>;
  text: string;
}

export type HttpFailureReason = 'unreachable' | 'timeout' | 'connection_lost' | 'too_large';

/** No answer came. Only `unreachable` says that the request certainly never left. */
export class HttpFailure extends Error {
  readonly reason: HttpFailureReason;
  constructor(reason: HttpFailureReason, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'HttpFailure';
    this.reason = reason;
  }
}

export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>;

const LargestAnswerBytes = 10 * 1024 * 1024;

/** Failures before a connection stood: whatever was asked, nobody heard it. */
const NeverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

interface HttpClientOptions {
  outside: OutsideAddress;
  dispatcher?: Dispatcher;
}

/** Sends a request once, without redirects or repetitions, under one time-out and a limit on the answer's size. */
export function httpClient({ outside, dispatcher }: HttpClientOptions): HttpClient {
  // Repeating belongs to the caller, who knows what had an effect; a kept connection may die under a request.
  const agent = dispatcher ?? new Agent({ keepAliveTimeout: 4_000, pipelining: 1, connectTimeout: 5_000 });
  return async ({ method, url, headers, body, timeoutMilliseconds }) => {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const answer = await send(outside(url), {
        method,
        dispatcher: agent,
        signal,
        ...(headers && { headers }),
        ...(body !== undefined && { body }),
      });
      return {
        status: answer.statusCode,
        headers: firstValues(answer.headers),
        text: await limitedText(answer.body),
      };
    } catch (error) {
      throw named(error, signal, `${method} ${url.host}${url.pathname}`);
    }
  };
}

async function limitedText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LargestAnswerBytes) throw new HttpFailure('too_large', 'The answer is larger than 10 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function firstValues(
  headers: Record<string, string | string[] | undefined>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

function named(error: unknown, signal: AbortSignal, what: string): unknown {
  if (error instanceof HttpFailure) return error;
  if (signal.aborted) return new HttpFailure('timeout', `${what} took too long.`, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NeverSent.has(code)) return new HttpFailure('unreachable', `${what} could not be reached.`, error);
  return new HttpFailure('connection_lost', `${what} broke off.`, error);
}
