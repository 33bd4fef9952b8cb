import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import type { LocalFunction } from '../functions/local-function.ts';
import { GatewayRefusal } from './gateway-response.ts';

const HeaderValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Head = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), HeaderValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(HeaderValue)).nullish(),
});

const ProxyAnswer = Head.extend({
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().default(false),
});

/** Sends what a function returned; an answer of another shape is API Gateway's 502. */
export function sendProxyAnswer(response: ServerResponse, answer: unknown, requestId: string): void {
  const parsed = ProxyAnswer.safeParse(answer);
  if (!parsed.success) throw new GatewayRefusal('INTEGRATION_FAILURE');
  writeHead(response, parsed.data, requestId);
  const { body, isBase64Encoded } = parsed.data;
  response.end(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'));
}

/** The head and the body of a streamed answer are parted by eight NUL bytes. */
const separator = Buffer.alloc(8);

/** Passes a streamed answer on as it is written, and tells the function when nobody reads it any more. */
export async function sendStreamedAnswer(
  response: ServerResponse,
  local: LocalFunction,
  event: unknown,
  requestId: string,
): Promise<void> {
  let start = Buffer.alloc(0);
  const gone = new AbortController();
  response.once('close', () => gone.abort());

  function onBytes(bytes: Uint8Array): void {
    if (gone.signal.aborted) return;
    if (response.headersSent) {
      response.write(bytes);
      return;
    }
    start = Buffer.concat([start, bytes]);
    const end = start.indexOf(separator);
    if (end < 0) return;
    const head = Head.safeParse(parseJson(start.subarray(0, end)));
    if (!head.success) {
      gone.abort();
      return;
    }
    writeHead(response, head.data, requestId);
    response.flushHeaders();
    const rest = start.subarray(end + separator.length);
    if (rest.length > 0) response.write(rest);
  }

  await local.stream(event, onBytes, gone.signal);
  if (!response.headersSent) throw new GatewayRefusal('INTEGRATION_FAILURE');
  response.end();
}

function writeHead(response: ServerResponse, head: z.infer<typeof Head>, requestId: string): void {
  const headers: Record<string, string | string[]> = { 'x-amzn-requestid': requestId };
  for (const [name, value] of Object.entries(head.headers ?? {})) headers[name.toLowerCase()] = value;
  for (const [name, values] of Object.entries(head.multiValueHeaders ?? {}))
    headers[name.toLowerCase()] = values;
  headers['content-type'] ??= 'application/json';
  delete headers['content-length'];
  response.writeHead(head.statusCode, headers);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
