import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHooksWorld } from '../../../local/providers/hooks/hooks-world.ts';
import type { Provider } from '../../../local/providers/provider.ts';
import { openWorldStore, type WorldStore } from '../../../local/providers/world-store.ts';

let stateDir: string;
let store: WorldStore;
let receiver: Provider;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'earshot-hooks-'));
  store = openWorldStore(stateDir);
  const now = () => Date.parse('2026-11-20T12:00:00.000Z');
  receiver = createHooksWorld({ store, now, worldUrl: 'http://127.0.0.1:9', hooksUrl: 'http://127.0.0.1:9' });
});
afterEach(async () => {
  store.close();
  await rm(stateDir, { recursive: true, force: true });
});

const request = (method: string, path: string, body = '') => ({
  ...{ method, path, host: 'hooks.example.com', query: new URLSearchParams() },
  headers: { 'webhook-id': 'evt_1' },
  body: Buffer.from(body),
});
const directed = async (method: string, path: string, body?: unknown) => {
  const answer = await receiver.control(
    request(method, path, body === undefined ? '' : JSON.stringify(body)),
  );
  return { status: answer.status, body: JSON.parse(String(answer.body)) };
};

it('AR-19 has a receiver that notes what arrives', async () => {
  expect(await receiver.handle(request('POST', '/earshot', '{"type":"webhook.test"}'))).toMatchObject({
    status: 200,
  });
  expect((await directed('GET', '/received')).body).toEqual([
    {
      at: '2026-11-20T12:00:00.000Z',
      url: 'https://hooks.example.com/earshot',
      headers: { 'webhook-id': 'evt_1' },
      body: '{"type":"webhook.test"}',
      answered: 200,
    },
  ]);
  expect((await directed('DELETE', '/received')).body).toEqual([]);
});

it('AR-19 has a receiver that answers as it is told to, so often as it is told to', async () => {
  await directed('PUT', '/answers', { path: '/earshot', status: 503, retryAfter: '60', times: 2 });
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await receiver.handle(request('POST', '/earshot'))).status);

  expect(statuses).toEqual([503, 503, 200]);
  expect((await directed('PUT', '/answers', { path: 'earshot', status: 1 })).status).toBe(400);
  expect((await directed('GET', '/nothing')).status).toBe(404);
});

it('AR-19 answers for its own hosts alone', () => {
  const hosts = ['hooks.example.com', 'a.hooks.example.com', 'example.com', 'evilhooks.example.com'];
  expect(hosts.map((host) => receiver.hosts(host))).toEqual([true, true, false, false]);
});
