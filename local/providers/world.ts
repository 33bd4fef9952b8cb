import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { createHooksWorld } from './hooks/hooks-world.ts';
import { createMetaWorld } from './meta/meta-world.ts';
import { createNewsWorld } from './news/news-world.ts';
import type { Provider, WorldContext, WorldRequest, WorldResponse } from './provider.ts';
import { createTiktokWorld } from './tiktok/tiktok-world.ts';
import { openWorldStore } from './world-store.ts';
import { createYouTubeWorld } from './youtube/youtube-world.ts';

/** Every provider of the simulated world; the first whose hosts match answers. */
const createProviders: readonly ((context: WorldContext) => Provider)[] = [
  createMetaWorld,
  createNewsWorld,
  createTiktokWorld,
  createYouTubeWorld,
  createHooksWorld,
];

const LongestBody = 10 * 1024 * 1024;

export interface WorldOptions {
  /** Where the world keeps its memory. */
  stateDir: string;
  /** The origin that people use, e.g. `http://127.0.0.1:4400`. */
  publicUrl: string;
  /** Where the stack receives webhooks, e.g. `http://127.0.0.1:4400/hooks`. */
  hooksUrl: string;
  now?: () => number;
}

export interface World {
  /** Answers `/_world/<host>/<path>` as that host would. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Answers `/_sim/world/<provider>/<path>`: directs the world. */
  control(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

export function startWorld(options: WorldOptions): World {
  const store = openWorldStore(options.stateDir);
  const context: WorldContext = {
    store,
    now: options.now ?? Date.now,
    worldUrl: `${options.publicUrl}/_world`,
    hooksUrl: options.hooksUrl,
  };
  const providers = createProviders.map((create) => create(context));

  return {
    handle: async (incoming, outgoing) => {
      const request = await worldRequest(incoming, '/_world/');
      const provider = providers.find((candidate) => candidate.hosts(request.host));
      const answer = provider?.handle(request) ?? unknownHost(request.host);
      await send(outgoing, await answer);
    },
    control: async (incoming, outgoing) => {
      const request = await worldRequest(incoming, '/_sim/world/');
      const provider = providers.find((candidate) => candidate.name === request.host);
      const answer = provider?.control(request) ?? unknownProvider(providers);
      await send(outgoing, await answer);
    },
    close: async () => {
      await Promise.all(providers.map(async (provider) => provider.close?.()));
      store.close();
    },
  };
}

/** Splits `<prefix><first segment>/<rest>`; the first segment is the host, or the provider for the control API. */
async function worldRequest(incoming: IncomingMessage, prefix: string): Promise<WorldRequest> {
  const address = new URL(incoming.url ?? '/', 'http://world.invalid');
  const [host = '', ...rest] = address.pathname.slice(prefix.length).split('/');
  return {
    method: incoming.method ?? 'GET',
    host: decodeURIComponent(host),
    path: `/${rest.join('/')}`,
    query: address.searchParams,
    headers: incoming.headers,
    body: await readBody(incoming),
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LongestBody) throw new Error('The simulated world takes no bodies above 10 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(outgoing: ServerResponse, answer: WorldResponse): Promise<void> {
  if (answer.delayMilliseconds !== undefined) await delay(answer.delayMilliseconds);
  if (answer.cutConnection) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(answer.status, answer.headers);
  outgoing.end(answer.body);
}

function unknownHost(host: string): WorldResponse {
  return { status: 502, body: `The simulated world has no host ${host}.` };
}

function unknownProvider(providers: readonly Provider[]): WorldResponse {
  const names = providers.map((provider) => provider.name);
  return {
    status: 404,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ providers: names }),
  };
}
