import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchFeed } from '../../../shared/infra/feeds/fetch-feed.ts';
import { safeFetch } from '../../../shared/infra/feeds/safe-fetch.ts';
import { isPublicAddress } from '../../../shared/infra/http/public-address.ts';
import { rssFeed } from '../../support/feed-host.ts';

let port: number;
let connections: number;
let stop: () => Promise<void>;
let respond: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  connections = 0;
  const server = createServer((request, response) => respond(request, response));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
});
afterEach(() => stop());

const limits = { outside: (url: URL) => url, totalMilliseconds: 2_000, mostBytes: 10_000 };
const strict = () => safeFetch(limits);
const lenient = () => safeFetch({ ...limits, mayConnect: () => true });
const here = (path = '/') => `http://127.0.0.1:${port}${path}`;

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'PM-02 takes %s for public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1%eth0',
    'localhost',
    '',
  ])('PM-02 takes %j for no public address', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  }); // prettier-ignore
});

describe('safeFetch', () => {
  it.each([
    ['a literal address', () => here()],
    ['a decimal address', () => `http://2130706433:${port}/`],
    ['an octal address', () => `http://0177.0.0.1:${port}/`],
    ['a hexadecimal address', () => `http://0x7f.1:${port}/`],
    ['a mapped address', () => `http://[::ffff:127.0.0.1]:${port}/`],
    ['the loopback of IPv6', () => `http://[::1]:${port}/`],
    ['a name', () => `http://localhost:${port}/`],
    ['credentials', () => `http://user:secret@127.0.0.1:${port}/`],
    ['another scheme', () => 'file:///etc/passwd'],
    ['no address', () => 'feed'],
  ])('PM-02 never connects to the own network by %s', async (_form, address) => {
    respond = (_request, response) => response.end('secret');
    await expect(strict()(address(), {})).rejects.toMatchObject({ code: 'address_refused' });
    expect(connections).toBe(0);
  });

  it('PM-02 checks where a redirect leads like the first address', async () => {
    let hops = 0;
    respond = (_request, response) => {
      hops += 1;
      response.writeHead(302, { location: `http://127.0.0.2:${port}/internal` }).end();
    };
    const guarded = safeFetch({ ...limits, mayConnect: (address) => address === '127.0.0.1' });
    await expect(guarded(here(), {})).rejects.toMatchObject({ code: 'address_refused' });
    expect(hops).toBe(1);
  });

  it('PM-06 follows redirects and knows which of them are for good', async () => {
    const steps: Record<string, [number, string]> = {
      '/a': [301, '/b'],
      '/b': [308, '/c'],
      '/c': [302, '/d'],
    };
    respond = (request, response) => {
      const step = steps[request.url ?? ''];
      if (step) response.writeHead(step[0], { location: step[1] }).end();
      else response.end('found');
    };
    expect(await lenient()(here('/a'), {})).toMatchObject({
      status: 200,
      finalUrl: here('/d'),
      movedTo: here('/c'),
    });
    expect(await lenient()(here('/c'), {})).toMatchObject({ finalUrl: here('/d'), movedTo: null });
  });

  it('PM-06 ends a loop of redirects', async () => {
    respond = (_request, response) => response.writeHead(302, { location: '/' }).end();
    await expect(lenient()(here(), {})).rejects.toMatchObject({ code: 'too_many_redirects' });
  });

  it('PM-06 stops reading at the limit, before and after decompression', async () => {
    respond = (_request, response) => response.end('a'.repeat(20_000));
    await expect(lenient()(here(), {})).rejects.toMatchObject({ code: 'too_large' });
    respond = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(5_000_000)));
    await expect(lenient()(here(), {})).rejects.toMatchObject({ code: 'too_large' });
    respond = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small'));
    expect(Buffer.from((await lenient()(here(), {})).bytes).toString()).toBe('small');
  });

  it('PM-06 ends an answer that never ends when the time is up, and says so', async () => {
    respond = (_request, response) => {
      response.write('a');
    };
    const hurried = safeFetch({ ...limits, totalMilliseconds: 100, mayConnect: () => true });
    await expect(hurried(here(), {})).rejects.toMatchObject({ code: 'timed_out' });
  });

  it('PM-06 names a host that cannot be reached, or lies about its length', async () => {
    respond = (_request, response) => {
      response.writeHead(200, { 'content-length': '50' });
      response.write('short');
      response.socket?.end();
    };
    await expect(lenient()(here(), {})).rejects.toMatchObject({ code: 'unreachable' });
    await stop();
    await expect(lenient()(here(), {})).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('fetchFeed', () => {
  const feed = { url: '', etag: null, lastModified: null };
  const read = (overrides: Partial<typeof feed> | { etag: string }) =>
    fetchFeed(lenient(), () => Date.parse('2026-11-20T12:00:00.000Z'))({
      ...feed,
      url: here('/feed'),
      ...overrides,
    });

  it('PM-06 asks for what has changed alone', async () => {
    respond = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"', 'last-modified': 'then' }).end(rssFeed('A paper', []));
    };
    expect(await read({})).toEqual({
      kind: 'read',
      title: 'A paper',
      document: { title: 'A paper', link: '', items: [] },
      etag: '"1"',
      lastModified: 'then',
      movedTo: null,
      tookMilliseconds: 0,
    });
    expect(await read({ etag: '"1"' })).toEqual({ kind: 'unchanged', tookMilliseconds: 0 });
  });

  it.each([
    [500, {}, 'failing', null],
    [404, {}, 'gone', null],
    [410, {}, 'gone', null],
    [403, {}, 'blocked', null],
    [429, { 'retry-after': '120' }, 'blocked', 120],
    [503, { 'retry-after': 'Fri, 20 Nov 2026 12:05:00 GMT' }, 'failing', 300],
  ] as const)(
    'PM-06 takes status %d for a feed that is %s',
    async (status, headers, problem, retryAfterSeconds) => {
      respond = (_request, response) => response.writeHead(status, headers).end();
      const reason = `The host answered with status ${status}.`;
      expect(await read({})).toEqual({ kind: 'failed', problem, reason, retryAfterSeconds });
    },
  );

  it('PM-06 tells why what it got is no feed', async () => {
    respond = (_request, response) => response.end('<!doctype html><title>Hello</title>');
    expect(await read({})).toMatchObject({
      kind: 'failed',
      problem: 'failing',
      reason: expect.stringContaining('not a feed'),
    });
  });
});
