import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFetch } from '../../../shared/infra/feeds/safe-fetch.ts';
import { answering } from '../../support/name-server.ts';

/** A listener in the own network that must never hear anything. */
let canary: Server;
let port: number;
let bytes: number;
let connections: number;

beforeEach(async () => {
  bytes = 0;
  connections = 0;
  canary = createServer((socket) => {
    connections += 1;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  port = (canary.address() as AddressInfo).port;
});
afterEach(async () => {
  await new Promise((resolve) => canary.close(resolve));
});

const limits = { outside: (url: URL) => url, totalMilliseconds: 2_000, mostBytes: 10_000 };
const loopback = { address: '127.0.0.1', family: 4 };
const mapped = { address: '::ffff:127.0.0.1', family: 6 };
const publicAddress = { address: '192.0.0.8', family: 4 };

async function expectSilence(address: string, fetch = safeFetch(limits)): Promise<void> {
  await expect(fetch(address, { 'x-secret': 'canary' })).rejects.toMatchObject({ code: 'address_refused' });
  expect({ bytes, connections }).toEqual({ bytes: 0, connections: 0 });
}

describe('the own network', () => {
  it.each([
    ['literal', '127.0.0.1'],
    ['short', '127.1'],
    ['decimal', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f000001'],
    ['all addresses', '0.0.0.0'],
    ['in wide digits', '１２７.0.0.1'],
    ['with a dot behind', '127.0.0.1.'],
    ['IPv6', '[::1]'],
    ['IPv6-mapped', '[::ffff:127.0.0.1]'],
    ['IPv6-mapped in hexadecimal', '[::ffff:7f00:1]'],
    ['IPv6-compatible', '[::127.0.0.1]'],
    ['NAT64', '[64:ff9b::127.0.0.1]'],
    ['a name', 'localhost'],
  ])('PM-02 hears nothing when its address is written %s', async (_form, host) => {
    await expectSilence(`http://${host}:${port}/`);
  });

  it.each<[string, Parameters<typeof answering>]>([
    ['leads there', [[loopback]]],
    ['leads there by IPv6', [[mapped]]],
    ['leads there among public addresses', [[{ address: '93.184.215.14', family: 4 }, loopback]]],
    ['leads to a reserved address', [[publicAddress]]],
  ])('PM-02 hears nothing when a name %s', async (_form, answers) => {
    await expectSilence(
      `http://inside.example:${port}/`,
      safeFetch({ ...limits, resolveHost: answering(...answers) }),
    );
  });

  it('PM-02 hears nothing when a name leads there at the second question: there is only one', async () => {
    const elsewhere = { address: '127.0.0.2', family: 4 };
    const fetch = safeFetch({
      ...limits,
      mayConnect: (address) => address === elsewhere.address,
      resolveHost: answering([elsewhere], [loopback]),
    });
    await expect(fetch(`http://rebinding.example:${port}/`, {})).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect({ bytes, connections }).toEqual({ bytes: 0, connections: 0 });
  });

  it.each(['127.0.0.1', '2130706433', '[::ffff:127.0.0.1]', 'localhost'])(
    'PM-02 hears nothing when a redirect leads to %s',
    async (host) => {
      const redirecting = createHttpServer((_request, response) =>
        response.writeHead(302, { location: `http://${host}:${port}/` }).end(),
      );
      await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.3', resolve));
      const { port: own } = redirecting.address() as AddressInfo;
      const fetch = safeFetch({ ...limits, mayConnect: (address) => address === '127.0.0.3' });
      await expectSilence(`http://127.0.0.3:${own}/`, fetch);
      redirecting.closeAllConnections();
      await new Promise((resolve) => redirecting.close(resolve));
    },
  );
});
