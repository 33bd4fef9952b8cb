import { Agent, type IncomingMessage, request as send } from 'node:http';
import type { AwsRequest, AwsResponse } from '../service.ts';

const agent = new Agent({ keepAlive: true });

/** Headers that belong to one connection and not to the message (RFC 9110 §7.6.1). */
const ConnectionHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host', 'expect']);

/** Passes a request on to an emulator unchanged and streams its answer back; `host` is what the emulator believes to be. */
export function forward(endpoint: string, request: AwsRequest, host?: string): Promise<AwsResponse> {
  const { hostname, port } = new URL(endpoint);
  const query = request.query.toString();
  const path = query ? `${request.path}?${query}` : request.path;
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(
      ([name, value]) => value !== undefined && !ConnectionHeaders.has(name),
    ),
  );
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        hostname,
        port,
        path,
        method: request.method,
        agent,
        headers: { host: host ?? `${hostname}:${port}`, ...headers, 'content-length': request.body.length },
      },
      (answer) => resolve({ status: answer.statusCode ?? 502, headers: singleHeaders(answer), body: answer }),
    );
    outgoing.on('error', reject);
    outgoing.end(request.body);
  });
}

/** What the local cloud itself asks of an emulator: signed in form only, which is all that emulators look at. */
export function ownRequest(service: string, region: string, target: string, input: unknown): AwsRequest {
  return {
    service,
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: Buffer.from(JSON.stringify(input)),
  };
}

export async function readBody(answer: AwsResponse): Promise<Buffer> {
  const { body } = answer;
  if (body === undefined || typeof body === 'string') return Buffer.from(body ?? '');
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function singleHeaders(answer: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined && !ConnectionHeaders.has(name))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
