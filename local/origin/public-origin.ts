import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CannotStart } from '../cannot-start.ts';

export type OriginHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

export interface PublicOrigin {
  url: string;
  /** Serves paths below a prefix; the longest prefix wins. Until something is mounted, all is 503. */
  mount(prefix: string, handler: OriginHandler): void;
  close(): Promise<void>;
}

/** The one address for people and browsers. It listens at once, because the address is part of the functions' settings. */
export async function openPublicOrigin(port: number, report: (line: string) => void): Promise<PublicOrigin> {
  const mounts: { prefix: string; handler: OriginHandler }[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (!isLocal(url.hostname) || isForged(request)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Only this machine is served.');
      return;
    }
    const mounted = mounts.find(
      ({ prefix }) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`),
    );
    if (mounted) await mounted.handler(request, response, url);
    else response.writeHead(503, { 'content-type': 'text/plain' }).end('The stack is starting.');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(`public origin: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  const bound = await listen(server, port);
  return {
    url: `http://127.0.0.1:${bound}`,
    mount(prefix, handler) {
      mounts.push({ prefix, handler });
      mounts.sort((one, other) => other.prefix.length - one.prefix.length);
    },
    close: () => closeServer(server),
  };
}

/** Binds to loopback; port 0 takes any free one. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new CannotStart(`Port ${port} is taken. Choose another one with --port.`, error) : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A page of the internet may point its own name at this machine; requests under such names are not ours. */
function isLocal(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost';
}

/** The control paths take no signature, so other sites' pages must not reach them through a browser. */
function isForged(request: IncomingMessage): boolean {
  return (
    request.headers['sec-fetch-site'] === 'cross-site' &&
    /^\/_(sim|world)\//.test(request.url ?? '') &&
    request.method !== 'GET'
  );
}
