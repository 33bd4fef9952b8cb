import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Access, LocalService } from '../../../local/service.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';

export const region = 'eu-central-1';

/** Options with a fresh state folder that vanishes after the test. */
export function freshOptions(): ServiceOptions {
  const stateDir = mkdtempSync(join(tmpdir(), 'earshot-'));
  onTestFinished(() => rmSync(stateDir, { recursive: true, force: true }));
  return { stateDir, region, account: '000000000000' };
}

/** Serves one service over HTTP, as the gateway does, for the real SDK clients; keeps what each call needed. */
export async function serve(service: LocalService) {
  const needed: Access[] = [];
  onTestFinished(() => service.close());
  const endpoint = await listen(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const request = {
      service: service.names[0] ?? '',
      method: incoming.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    };
    needed.push(...service.access(request));
    const answer = await service.handle(request);
    outgoing.writeHead(answer.status, answer.headers);
    if (answer.body instanceof Readable) answer.body.pipe(outgoing);
    else outgoing.end(answer.body);
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { needed, config: { endpoint, region, credentials, maxAttempts: 1 } };
}

/** Serves requests on a free port until the test ends; returns the address. */
export async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
