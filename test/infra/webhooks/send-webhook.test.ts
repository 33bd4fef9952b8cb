import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outsideAddress } from '../../../shared/infra/http/outside.ts';
import { webhookUrlChecker } from '../../../shared/infra/webhooks/check-webhook-url.ts';
import { webhookSender } from '../../../shared/infra/webhooks/send-webhook.ts';
import { answering } from '../../support/name-server.ts';

const asItIs = (url: URL) => url;
const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
const message = { headers: { 'webhook-id': 'evt_1' }, body: '{"type":"webhook.test"}' };

const loopback = { address: '127.0.0.1', family: 4 };
const linkLocal = { address: '169.254.169.254', family: 4 };
const mapped = { address: '::ffff:127.0.0.1', family: 6 };
const publicAddress = { address: '93.184.215.14', family: 4 };

const Literals: [string, string][] = [
  ['literal', '127.0.0.1'],
  ['private', '10.0.0.1'],
  ['of the cloud', '169.254.169.254'],
  ['short', '127.1'],
  ['decimal', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['hexadecimal', '0x7f000001'],
  ['all addresses', '0.0.0.0'],
  ['IPv6', '[::1]'],
  ['IPv6-mapped', '[::ffff:127.0.0.1]'],
  ['unique local', '[fd00:ec2::254]'],
  ['NAT64', '[64:ff9b::127.0.0.1]'],
];
const Names: [string, Parameters<typeof answering>][] = [
  ['leads there', [[loopback]]],
  ['leads to the cloud', [[linkLocal]]],
  ['leads there by IPv6', [[mapped]]],
  ['leads there among public addresses', [[publicAddress, loopback]]],
];

describe('the own network', () => {
  let canary: Server;
  let port: number;
  let connections: number;
  beforeEach(async () => {
    connections = 0;
    canary = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    port = await listening(canary);
  });
  afterEach(() => new Promise((resolve) => canary.close(resolve)));

  const sender = (rules: Partial<Parameters<typeof webhookSender>[0]> = {}) =>
    webhookSender({ outside: asItIs, nowMilliseconds: Date.now, totalMilliseconds: 2_000, ...rules });

  it.each(Literals)('AR-19 hears nothing when its address is written %s', async (_form, host) => {
    const url = `https://${host}:${port}/`;
    const result = await sender()({ ...message, url });
    expect({ result, connections }).toMatchObject({
      result: { kind: 'failed', reason: expect.stringContaining('not an address of the public internet') },
      connections: 0,
    });
    await expect(webhookUrlChecker({ outside: asItIs })(url)).rejects.toMatchObject({
      code: 'webhook_url_refused',
    });
  });

  it.each(Names)('AR-19 hears nothing when a name %s', async (_what, answers) => {
    const url = `https://inside.example:${port}/`;
    const result = await sender({ resolveHost: answering(...answers) })({ ...message, url });
    expect({ result, connections }).toMatchObject({ result: { kind: 'failed' }, connections: 0 });
    const check = webhookUrlChecker({ outside: asItIs, resolveHost: answering(...answers) });
    await expect(check(url)).rejects.toMatchObject({ code: 'webhook_url_refused' });
  });

  it('AR-19 hears nothing when a name leads there after it was saved', async () => {
    const resolveHost = answering([publicAddress], [loopback]);
    const url = `https://rebinding.example:${port}/`;
    await webhookUrlChecker({ outside: asItIs, resolveHost })(url);
    const result = await sender({ resolveHost })({ ...message, url });
    expect({ result, connections }).toMatchObject({ result: { kind: 'failed' }, connections: 0 });
  });

  it('AR-19 is out of reach in the simulated world, too', async () => {
    const outside = outsideAddress(`http://127.0.0.1:${port}/_world`);
    const result = await sender({ outside })({ ...message, url: 'https://127.0.0.1/' });
    expect({ result, connections }).toMatchObject({ result: { kind: 'failed' }, connections: 0 });
    await expect(webhookUrlChecker({ outside })('https://10.0.0.1/')).rejects.toMatchObject({
      code: 'webhook_url_refused',
    });
  });

  it('AR-19 refuses a name without an address when it is saved', async () => {
    const check = webhookUrlChecker({ outside: asItIs, resolveHost: answering([]) });
    await expect(check('https://nowhere.example/')).rejects.toMatchObject({ code: 'webhook_url_refused' });
  });
});

describe('what an endpoint says', () => {
  let host: Server;
  let port: number;
  let respond: (request: IncomingMessage, response: ServerResponse) => void;
  let requests: { method: string | undefined; url: string | undefined; headers: object; body: string }[];
  beforeEach(async () => {
    requests = [];
    const server = createHttpServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
        respond(request, response);
      });
    });
    host = server;
    port = await listening(server);
  });
  afterEach(() => new Promise((resolve) => host.close(resolve)));

  const post = (totalMilliseconds = 2_000) =>
    webhookSender({
      outside: outsideAddress(`http://127.0.0.1:${port}`),
      nowMilliseconds: () => Date.parse('2026-11-20T12:00:00.000Z'),
      totalMilliseconds,
    })({ ...message, url: 'https://hooks.example.com/earshot?tenant=1' });

  it('AR-19 is asked for with the signed body as it is', async () => {
    respond = (_request, response) => response.writeHead(204).end();
    expect(await post()).toEqual({
      kind: 'answered',
      status: 204,
      answer: '',
      retryAfterSeconds: null,
      milliseconds: 0,
    });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/hooks.example.com/earshot?tenant=1',
        headers: { 'content-type': 'application/json', 'webhook-id': 'evt_1' },
        body: message.body,
      },
    ]);
  });

  it('AR-19 is no redirect: it is not followed', async () => {
    respond = (_request, response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${port}/inside` }).end();
    expect(await post()).toMatchObject({ status: 307 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['120', 120],
    ['Fri, 20 Nov 2026 12:05:00 GMT', 300],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('AR-19 may ask to be left alone with Retry-After: %s', async (retryAfter, retryAfterSeconds) => {
    respond = (_request, response) => response.writeHead(503, { 'retry-after': retryAfter }).end('busy');
    expect(await post()).toMatchObject({ status: 503, answer: 'busy', retryAfterSeconds });
  });

  it('AR-19 is read no further than its first kilobyte, without what nobody can read', async () => {
    respond = (_request, response) => response.end(`no\u0000 ${'a'.repeat(100_000)}`);
    const result = await post();
    expect(result).toMatchObject({ status: 200, answer: `no  ${'a'.repeat(1_020)}` });
  });

  it('AR-19 counts when its status is there, whatever the rest of it does', async () => {
    respond = (_request, response) => {
      response.writeHead(200, { 'content-length': '50' });
      response.write('thanks');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await post()).toMatchObject({ status: 200, answer: 'thanks' });
  });

  it('AR-19 is waited for only so long', async () => {
    respond = () => undefined;
    expect(await post(100)).toMatchObject({ kind: 'failed', reason: 'It did not answer in time.' });
    (host as ReturnType<typeof createHttpServer>).closeAllConnections();
  });
});
