import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpClient } from '../../../shared/infra/http/http-client.ts';
import { parseLossless } from '../../../shared/infra/http/lossless-json.ts';
import { outsideAddress } from '../../../shared/infra/http/outside.ts';
import { repeat } from '../../../shared/infra/http/repeat.ts';

describe('httpClient', () => {
  let server: Server;
  let origin: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/silent') return;
      if (request.url === '/cut') response.destroy();
      else if (request.url === '/large') response.end(Buffer.alloc(11 * 1024 * 1024));
      else response.setHeader('x-usage', '7').end(`${request.method} ${request.url}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, base = origin) =>
    httpClient({ outside: (url) => url })({
      method: 'GET',
      url: new URL(path, base),
      timeoutMilliseconds: 200,
    });

  it('CM-04 gives status, headers and text', async () => {
    expect(await get('/hello')).toMatchObject({
      status: 200,
      headers: { 'x-usage': '7' },
      text: 'GET /hello',
    });
  });

  it.each([
    ['/silent', 'timeout'],
    ['/cut', 'connection_lost'],
    ['/large', 'too_large'],
  ])('CM-04 names what went wrong at %s', async (path, reason) => {
    await expect(get(path)).rejects.toMatchObject({ name: 'HttpFailure', reason });
  });

  it('CM-04 knows that a request to a closed port never left', async () => {
    await expect(get('/', 'http://127.0.0.1:9')).rejects.toMatchObject({ reason: 'unreachable' });
  });
});

describe('repeat', () => {
  it('CM-04 waits with full jitter and gives up after the last attempt', async () => {
    const waits: number[] = [];
    const policy = {
      attempts: 4,
      firstWaitMilliseconds: 100,
      longestWaitMilliseconds: 250,
      random: () => 0.5,
      wait: async (milliseconds: number) => waits.push(milliseconds),
    };
    const always = repeat(
      policy,
      () => true,
      async () => {
        throw new Error('down');
      },
    );
    await expect(always).rejects.toThrow('down');
    expect(waits).toEqual([50, 100, 125]);
  });

  it('CM-04 does not repeat what it may not', async () => {
    let calls = 0;
    const policy = { attempts: 4, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 };
    const never = repeat(
      policy,
      () => false,
      async () => {
        calls += 1;
        throw new Error('refused');
      },
    );
    await expect(never).rejects.toThrow('refused');
    expect(calls).toBe(1);
  });
});

describe('parseLossless', () => {
  it('CM-08 keeps ids of 19 digits as texts and all other values as they are', () => {
    expect(parseLossless('{"id":7123456789012345678,"n":12,"x":1.5,"deep":[-9007199254740993]}')).toEqual({
      id: '7123456789012345678',
      n: 12,
      x: 1.5,
      deep: ['-9007199254740993'],
    });
  });
});

describe('outsideAddress', () => {
  const real = new URL('https://graph.facebook.com/v26.0/me?fields=id');

  it('ST-02 leads into the simulated world of the local stage', () => {
    const outside = outsideAddress('http://127.0.0.1:4400/_world/');
    expect(outside(real).href).toBe('http://127.0.0.1:4400/_world/graph.facebook.com/v26.0/me?fields=id');
  });

  it('ST-02 leaves addresses alone in a deployed stage', () => {
    expect(outsideAddress(undefined)(real)).toBe(real);
  });
});
