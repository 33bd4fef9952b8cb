import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { FakeCognito } from './fake-cognito.ts';
import { answerRoute, FakeProblem, type FakeRoute, matchRoute } from './fake-route.ts';

const dist = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface FakeEarshot {
  url: string;
  /** Sends an event to every open stream. */
  publish(event: { id: string; type: string; at: string; data: Record<string, unknown> }): void;
  /** Ends every open stream and refuses new ones while down. */
  setStreamsDown(down: boolean): void;
  /** Methods and paths of the calls so far, oldest first. */
  calls: string[];
  close(): Promise<void>;
}

/** Serves the built console with an API that keeps to the contract, on a free loopback port. */
export async function startFakeEarshot(routes: readonly FakeRoute[]): Promise<FakeEarshot> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('The console is not built. Run "npm run build:web" first.');
  }
  const cognito = new FakeCognito();
  const streams = new Set<ServerResponse>();
  const calls: string[] = [];
  let streamsAreDown = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/config.json') return sendJson(response, 200, configuration);
    if (url.pathname === '/_cognito') {
      const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      const { status, body } = cognito.answer(action, (await json(request)) as Record<string, unknown>);
      return sendJson(response, status, body);
    }
    if (url.pathname === '/v1/stream') return openStream(response);
    if (url.pathname.startsWith('/v1/')) return answerApi(request, response, url);
    return sendFile(response, url.pathname);
  }

  function openStream(response: ServerResponse): void {
    if (streamsAreDown) {
      sendProblem(response, new FakeProblem(503, 'unavailable', 'Down.'));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 50\n: connected\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    calls.push(`${method} ${url.pathname}`);
    if (!request.headers.authorization?.startsWith('Bearer id-')) {
      return sendProblem(response, new FakeProblem(401, 'unauthenticated', 'Sign in first.'));
    }
    const body =
      method === 'GET' || method === 'DELETE' ? undefined : await json(request).catch(() => undefined);
    for (const route of routes) {
      const params = matchRoute(route.endpoint, method, url.pathname);
      if (!params) continue;
      const answer = answerRoute(route, params, url.searchParams, body);
      const { status, produces } = route.endpoint;
      if (produces === undefined) return sendJson(response, status, answer);
      response.writeHead(status, { 'content-type': produces }).end(answer);
      return;
    }
    sendProblem(response, new FakeProblem(404, 'not_found', `Nothing answers ${method} ${url.pathname}.`));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const problem = error instanceof FakeProblem ? error : new FakeProblem(500, 'internal', String(error));
      sendProblem(response, problem);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    calls,
    publish: (event) => {
      for (const stream of streams) stream.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    },
    setStreamsDown: (down) => {
      streamsAreDown = down;
      if (down) for (const stream of streams) stream.destroy();
    },
    close: async () => {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const configuration = {
  region: 'eu-central-1',
  userPoolClientId: 'client',
  cognitoEndpoint: '/_cognito',
  apiBase: '',
  outboxUrl: '/_outbox',
};

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function sendProblem(response: ServerResponse, { status, code, message, errors }: FakeProblem): void {
  sendJson(response, status, {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: message,
    requestId: 'req-1',
    ...(errors && { errors }),
  });
}

/** No script, style or picture from elsewhere, as the deployed console's headers say. */
const contentSecurityPolicy =
  "default-src 'self'; base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self' data: https:; " +
  "object-src 'none'; style-src 'self' 'unsafe-inline'";

/** As CloudFront does for a console: an address without a file is the console's own. */
async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const name = extname(path) ? path : '/index.html';
  const content = await readFile(join(dist, name)).catch(() => undefined);
  response.writeHead(content ? 200 : 404, {
    'content-type': contentTypes[extname(name)] ?? 'text/plain',
    'content-security-policy': contentSecurityPolicy,
  });
  response.end(content);
}
