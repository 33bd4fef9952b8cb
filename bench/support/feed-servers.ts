import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type CorpusSize, pressCorpus } from './press-corpus.ts';

export interface FeedServers {
  /** The addresses of all feeds, spread over the hosts. */
  urls: string[];
  stop(): Promise<void>;
}

interface ServersWanted {
  hosts: number;
  corpus: CorpusSize;
  isPrompt: boolean;
}

const ShortestMilliseconds = 200;
const LongestMilliseconds = 800;

/**
 * Publishers on loopback addresses of their own, each as slow as its address decides, or all at once, with ETags.
 * They work in a thread of their own, so that the crawl's time is not theirs.
 */
export async function startFeedServers(
  hosts: number,
  corpus: CorpusSize,
  isPrompt: boolean,
): Promise<FeedServers> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { hosts, corpus, isPrompt } satisfies ServersWanted,
  });
  const origins = await new Promise<string[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return {
    urls: Array.from({ length: corpus.feeds }, (_, feed) => `${origins[feed % hosts]}/${feed}`),
    stop: async () => void (await worker.terminate()),
  };
}

async function serveFeeds({ hosts, corpus, isPrompt }: ServersWanted): Promise<string[]> {
  const { bodyOf } = pressCorpus(corpus);
  const shareOf = new Map<string, number>();
  const share = (path: string) => {
    const known = shareOf.get(path) ?? createHash('sha256').update(path).digest().readUInt16BE() / 0x1_0000;
    shareOf.set(path, known);
    return known;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    if (!isPrompt)
      await wait(ShortestMilliseconds + share(path) * (LongestMilliseconds - ShortestMilliseconds));
    const etag = `"${path}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else {
      response.writeHead(200, { 'content-type': 'application/rss+xml', etag });
      response.end(bodyOf(Number(path.slice(1))));
    }
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  return Promise.all(Array.from({ length: hosts }, (_, host) => listening(answer, host)));
}

async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host: number,
): Promise<string> {
  const server = createServer(answer);
  const address = `127.1.${Math.floor(host / 250)}.${(host % 250) + 1}`;
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const bound = server.address();
  return `http://${address}:${typeof bound === 'object' && bound ? bound.port : 0}`;
}

if (!isMainThread) parentPort?.postMessage(await serveFeeds(workerData));
