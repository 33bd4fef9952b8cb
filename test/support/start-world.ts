import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatedMetaApp } from '../../local/providers/meta/app.ts';
import { startWorld, type World } from '../../local/providers/world.ts';
import { httpClient } from '../../shared/infra/http/http-client.ts';
import { type OutsideAddress, outsideAddress } from '../../shared/infra/http/outside.ts';
import { GraphClient } from '../../shared/infra/meta/graph-client.ts';
import type { Usage } from '../../shared/infra/meta/usage.ts';

/** A webhook as it arrived: the bytes and the header that signs them. */
export interface Delivered {
  body: Buffer;
  signature: string | undefined;
}

export interface StartedWorld {
  origin: string;
  outside: OutsideAddress;
  graph: GraphClient;
  usages: Usage[];
  /** What was delivered to `/hooks/meta` so far. */
  delivered: Delivered[];
  /** Waits until as many webhooks have arrived. */
  deliveries(count: number): Promise<Delivered[]>;
  /** Calls the control API of the simulated Meta. */
  meta<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  /** Walks through the dialog without a person; gives the address that the browser is sent back to. */
  consent(dialogAddress: string, choice?: string): Promise<URL>;
  stop(): Promise<void>;
}

const LongestWaitMilliseconds = 5_000;

/** The simulated outside world on a free loopback port, with a receiver for its webhooks. */
export async function startTestWorld(): Promise<StartedWorld> {
  const stateDir = await mkdtemp(join(tmpdir(), 'earshot-world-'));
  const delivered: Delivered[] = [];
  const waiting = new Set<() => void>();
  let world: World | undefined;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/_world/')) return world?.handle(request, response);
    if (request.url?.startsWith('/_sim/')) return world?.control(request, response);
    const chunks = await Array.fromAsync(request as AsyncIterable<Buffer>);
    const signature = request.headers['x-hub-signature-256'];
    delivered.push({ body: Buffer.concat(chunks), signature: signature?.toString() });
    response.end('EVENT_RECEIVED');
    for (const wake of waiting) wake();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  world = startWorld({ stateDir, publicUrl: origin, hooksUrl: `${origin}/hooks` });
  const outside = outsideAddress(`${origin}/_world`);
  const usages: Usage[] = [];

  return {
    origin,
    outside,
    usages,
    delivered,
    graph: new GraphClient({
      http: httpClient({ outside }),
      app: async () => simulatedMetaApp,
      onUsage: (_token, usage) => usages.push(usage),
      repeatPolicy: { attempts: 3, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 },
    }),
    deliveries: (count) => arrived(delivered, waiting, count),
    meta: (method, path, body) => call(`${origin}/_sim/world/meta${path}`, method, body),
    consent: async (dialogAddress, choice = 'auto=1') => {
      const response = await fetch(`${dialogAddress}&${choice}`, { redirect: 'manual' });
      await response.body?.cancel();
      return new URL(response.headers.get('location') ?? 'about:blank');
    },
    stop: async () => {
      await world.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

async function call<T>(url: string, method: string, body: unknown): Promise<T> {
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

function arrived(delivered: Delivered[], waiting: Set<() => void>, count: number): Promise<Delivered[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Only ${delivered.length} of ${count} webhooks arrived.`)),
      LongestWaitMilliseconds,
    );
    const look = () => {
      if (delivered.length < count) return;
      clearTimeout(timer);
      waiting.delete(look);
      resolve([...delivered]);
    };
    waiting.add(look);
    look();
  });
}
