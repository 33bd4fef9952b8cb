import { createHash } from 'node:crypto';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { escapeXml, writeFeed } from './feed-formats.ts';
import type { Article, FeedFault, NewsState, Publisher } from './state.ts';

/** Slow enough to be noticed, fast enough to be read. */
const SlowMilliseconds = 6_000;
const RetryAfterSeconds = 3_600;
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A publisher's site: its home page, which names the feed, the feed, and the articles. */
export function answerPublisher(
  state: NewsState,
  publisher: Publisher,
  request: WorldRequest,
): WorldResponse {
  if (request.path === publisher.feedPath) return answerFeed(state, publisher, request);
  if (request.path === '/')
    return { status: 200, headers: html, body: homePage(publisher, state.articlesOf(publisher.host)) };
  const address = `https://${publisher.host}${request.path}`;
  const article = state.articlesOf(publisher.host).find(({ url }) => url === address);
  if (!article) return { status: 404, headers: html, body: '<!doctype html><title>Not found</title>' };
  return { status: 200, headers: html, body: articlePage(publisher, article) };
}

function answerFeed(state: NewsState, publisher: Publisher, request: WorldRequest): WorldResponse {
  if (publisher.movedTo) return { status: 301, headers: { location: publisher.movedTo } };
  if (publisher.fault && publisher.fault !== 'slow') return faults[publisher.fault];
  const articles = state.articlesOf(publisher.host);
  const { body, contentType } = writeFeed(publisher, articles);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const lastModified = new Date(articles[0]?.publishedAt ?? 0).toUTCString();
  const delay = publisher.fault === 'slow' ? { delayMilliseconds: SlowMilliseconds } : {};
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag }, ...delay };
  return {
    status: 200,
    headers: { 'content-type': contentType, etag, 'last-modified': lastModified },
    body,
    ...delay,
  };
}

const faults: Record<Exclude<FeedFault, 'slow'>, WorldResponse> = {
  error: { status: 500, headers: html, body: '<!doctype html><title>Internal error</title>' },
  not_found: { status: 404, headers: html, body: '<!doctype html><title>Not found</title>' },
  throttled: { status: 429, headers: { 'retry-after': String(RetryAfterSeconds) } },
  not_a_feed: { status: 200, headers: html, body: '<!doctype html><title>We have a new website</title>' },
  cut: { status: 200, cutConnection: true },
};

function homePage(publisher: Publisher, articles: readonly Article[]): string {
  const links = articles.map(
    ({ url, title }) => `<li><a href="${escapeXml(url)}">${escapeXml(title)}</a></li>`,
  );
  return `<!doctype html><html lang="${publisher.language}"><head><title>${escapeXml(publisher.name)}</title>
<link rel="alternate" type="application/${publisher.format === 'atom' ? 'atom' : 'rss'}+xml" href="${publisher.feedPath}">
</head><body><h1>${escapeXml(publisher.name)}</h1><ul>${links.join('')}</ul></body></html>`;
}

function articlePage(publisher: Publisher, { title, summary, url, publishedAt }: Article): string {
  return `<!doctype html><html lang="${publisher.language}"><head><title>${escapeXml(title)}</title>
<link rel="canonical" href="${escapeXml(url)}"><meta property="og:title" content="${escapeXml(title)}">
</head><body><article><h1>${escapeXml(title)}</h1><time datetime="${publishedAt}">${publishedAt}</time>
<p>${escapeXml(summary)}</p></article></body></html>`;
}
