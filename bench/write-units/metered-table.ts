import { createServer, type IncomingMessage, type Server } from 'node:http';
import * as z from 'zod';

const Consumed = z.looseObject({ CapacityUnits: z.number() });
const Answer = z.looseObject({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });
const Writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem']);

/** Write units by what was written, e.g. `PutItem INT` or `TransactWriteItems INT+EXEC`. */
export type Split = Record<string, { requests: number; writeUnits: number }>;

export interface MeteredTable {
  endpoint: string;
  split(): Split;
  reset(): void;
  close(): void;
}

/** A DynamoDB endpoint that passes everything on and adds up what writes consumed, as the database itself says. */
export async function meterTable(database: string): Promise<MeteredTable> {
  let split: Split = {};
  const server = createServer((request, response) => {
    passOn(database, request, (kind, writeUnits) => {
      const { requests, writeUnits: before } = split[kind] ?? { requests: 0, writeUnits: 0 };
      split[kind] = { requests: requests + 1, writeUnits: before + writeUnits };
    }).then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body),
      (error: unknown) => response.writeHead(502).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    split: () => split,
    reset: () => {
      split = {};
    },
    close: () => server.close(),
  };
}

async function passOn(
  database: string,
  request: IncomingMessage,
  count: (kind: string, writeUnits: number) => void,
): Promise<{ status: number; body: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const target = String(request.headers['x-amz-target']);
  const operation = target.split('.')[1] ?? '';
  const sent = Buffer.concat(chunks).toString('utf8');
  const isWrite = Writes.has(operation);
  const body = isWrite ? JSON.stringify({ ...JSON.parse(sent), ReturnConsumedCapacity: 'TOTAL' }) : sent;
  const answer = await fetch(database, {
    method: 'POST',
    headers: passedHeaders(request),
    body,
  });
  const text = await answer.text();
  if (isWrite) {
    // A refused condition costs like the write it refused; the answer does not say so.
    const units = answer.ok ? unitsOf(text) : 1;
    count(`${operation} ${partitionsOf(sent)}${answer.ok ? '' : ' (refused)'}`, units);
  }
  return { status: answer.status, body: text };
}

function passedHeaders(request: IncomingMessage): Record<string, string> {
  const { host: _host, 'content-length': _length, connection: _connection, ...rest } = request.headers;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
}

function unitsOf(text: string): number {
  const { ConsumedCapacity } = Answer.parse(JSON.parse(text));
  const consumed = Array.isArray(ConsumedCapacity) ? ConsumedCapacity : [ConsumedCapacity];
  return consumed.reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
}

/** The kinds of partitions that a request names: `ORG#…#INT#0` is INT, `ORG#…` alone is `·`. */
function partitionsOf(body: string): string {
  const kinds = [...body.matchAll(/"pk":\{"S":"([^"]+)"/g)].map(([, pk = '']) => {
    const [first = '', , third] = pk.split('#');
    return first === 'ORG' ? (third ?? '·') : first;
  });
  return [...new Set(kinds)].join('+');
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
