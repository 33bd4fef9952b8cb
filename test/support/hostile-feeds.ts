import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const Megabyte = 1024 * 1024;

const body =
  (text: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(200, headers).end(text);
const rss = (content: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>T</title>${content}</channel></rss>`;
const item = (title: string) => `<item><title>${title}</title><link>https://a.example/1</link></item>`;
const laughs = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
).join('');
const elsewhere =
  (...locations: string[]): RequestListener =>
  (request, response) => {
    const next = locations[(locations.indexOf(request.url ?? '') + 1) % locations.length];
    response.writeHead(302, { location: next }).end();
  };
const endless: RequestListener = (_request, response) => {
  const chunk = 'a'.repeat(64 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};
const cut: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': '5000' });
  response.write(rss(''));
  response.socket?.end();
};
const longerThanSaid: RequestListener = (request) => {
  request.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 30\r\nConnection: close\r\n\r\n${rss(item('A'))}`);
};
const bomb = Buffer.alloc(60 * Megabyte, 'a');

/** What feeds do to readers that are not careful, with what Earshot says of each. */
export const HostileFeeds: readonly [name: string, serve: RequestListener, reason: RegExp][] = [
  [
    'a billion laughs',
    body(rss(item('&lol9;'), `<!DOCTYPE rss [<!ENTITY lol0 "ha">${laughs}]>`)),
    /entities/,
  ],
  [
    'a long entity, often',
    body(rss(item('&a;'.repeat(100_000)), `<!DOCTYPE rss [<!ENTITY a "${'a'.repeat(900)}">]>`)),
    /entities/,
  ],
  [
    'a file as an entity',
    body(rss(item('&x;'), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    /entities/,
  ],
  ['elements 100,000 deep', body(rss('<a>'.repeat(100_000))), /too deeply/],
  ['elements 1,000,000 deep', body(rss('<a>'.repeat(1_000_000))), /too deeply/],
  ['a title of 50 MB', body(rss(item('a'.repeat(50 * Megabyte)))), /longer than/],
  ['a title of 5 MB', body(rss(item('a'.repeat(5 * Megabyte)))), /too long/],
  ['100,000 entries', body(rss(item('A').repeat(100_000))), /more than 10000 entries|longer than/],
  ['a gzip bomb', body(gzipSync(bomb), { 'content-encoding': 'gzip' }), /longer than/],
  [
    'a gzip bomb in a gzip',
    body(gzipSync(gzipSync(bomb)), { 'content-encoding': 'gzip, gzip' }),
    /longer than/,
  ],
  ['a brotli bomb', body(brotliCompressSync(bomb), { 'content-encoding': 'br' }), /longer than/],
  ['a body without end', endless, /longer than/],
  ['a redirect to itself', elsewhere('/feed'), /redirects more than/],
  ['redirects in a circle', elsewhere('/feed', '/b', '/c'), /redirects more than/],
  ['less than its length', cut, /could not be reached/],
  ['more than its length', longerThanSaid, /not a feed|could not be reached/],
]; // prettier-ignore

export const HostileFeedLimits = { milliseconds: 500, megabytes: 200 } as const;
