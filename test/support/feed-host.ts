import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OutsideAddress } from '../../shared/infra/http/outside.ts';

export interface FeedAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export interface FeedHosts {
  /** Leads every address to this server. */
  outside: OutsideAddress;
  /** What is answered at an address such as `https://daily-herald.example/feed`. */
  serve(address: string, answer: FeedAnswer | ((request: IncomingMessage) => FeedAnswer)): void;
  /** The addresses that were asked for, in order. */
  requests: string[];
  stop(): Promise<void>;
}

/** All hosts of the outside world on one loopback port: `https://host/path` is served as `/host/path`. */
export async function startFeedHosts(): Promise<FeedHosts> {
  const answers = new Map<string, FeedAnswer | ((request: IncomingMessage) => FeedAnswer)>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const address = `https:/${request.url}`;
    requests.push(address);
    const found = answers.get(address) ?? { status: 404 };
    const { status = 200, headers = {}, body = '' } = typeof found === 'function' ? found(request) : found;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    outside: ({ host, pathname, search }) => new URL(`http://127.0.0.1:${port}/${host}${pathname}${search}`),
    serve: (address, answer) => answers.set(new URL(address).href, answer),
    requests,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface FeedArticle {
  title: string;
  link: string;
  description?: string;
  publishedAt?: string;
  guid?: string;
  source?: { name: string; url: string };
}

/** An RSS 2.0 feed as publishers write it. */
export function rssFeed(title: string, articles: readonly FeedArticle[]): string {
  const items = articles.map(
    (article) => `<item><title>${escaped(article.title)}</title><link>${escaped(article.link)}</link>
      <guid isPermaLink="false">${escaped(article.guid ?? article.link)}</guid>
      <pubDate>${new Date(article.publishedAt ?? '2026-11-20T08:00:00.000Z').toUTCString()}</pubDate>
      <description>${escaped(article.description ?? '')}</description>
      ${article.source ? `<source url="${article.source.url}">${escaped(article.source.name)}</source>` : ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(title)}</title>${items.join('')}</channel></rss>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
