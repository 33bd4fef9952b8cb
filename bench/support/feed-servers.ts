import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface FeedServers {
  /** The addresses of all feeds, spread over the hosts. */
  urls: string[];
  requests(): number;
  stop(): Promise<void>;
}

const ShortestMilliseconds = 200;
const LongestMilliseconds = 800;

/** Publishers on loopback addresses of their own, each as slow as its address decides, with ETags. */
export async function startFeedServers(
  hosts: number,
  feeds: number,
  bodyOf: (feed: number) => string,
): Promise<FeedServers> {
  let requests = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    requests += 1;
    const path = request.url ?? '/';
    const body = bodyOf(Number(path.slice(1)));
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    const share = createHash('sha256').update(path).digest().readUInt16BE() / 0x1_0000;
    await wait(ShortestMilliseconds + share * (LongestMilliseconds - ShortestMilliseconds));
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
  };
  const answer: RequestListener = (request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  const servers = await Promise.all(Array.from({ length: hosts }, (_, host) => listening(answer, host)));
  const origins = servers.map((server) => {
    const { address, port } = server.address() as AddressInfo;
    return `http://${address}:${port}`;
  });
  return {
    urls: Array.from({ length: feeds }, (_, feed) => `${origins[feed % hosts]}/${feed}`),
    requests: () => requests,
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function listening(answer: RequestListener, host: number): Promise<Server> {
  const server = createServer(answer);
  const address = `127.1.${Math.floor(host / 250)}.${(host % 250) + 1}`;
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return server;
}
