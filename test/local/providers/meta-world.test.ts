import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { createMetaWorld } from '../../../local/providers/meta/meta-world.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { Page } from '../../../local/providers/meta/state.ts';
import type { Provider, WorldResponse } from '../../../local/providers/provider.ts';
import { openWorldStore, type WorldStore } from '../../../local/providers/world-store.ts';
import { pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const jsonOf = <T = Record<string, unknown>>(answer: WorldResponse) => JSON.parse(String(answer.body)) as T;

describe('the memory of the simulated Meta', () => {
  let stateDir: string;
  let store: WorldStore;
  let provider: Provider;
  let hooksUrl = 'http://127.0.0.1:9/hooks';
  let now = Date.parse('2026-11-20T12:00:00.000Z');

  beforeEach(async () => {
    stateDir = await mkdtemp(join(tmpdir(), 'earshot-meta-'));
    open();
  });
  afterEach(async () => {
    await provider.close?.();
    store.close();
    await rm(stateDir, { recursive: true, force: true });
  });

  function open(): void {
    store = openWorldStore(stateDir);
    const worldUrl = 'http://127.0.0.1:9/_world';
    provider = createMetaWorld({ store, now: () => now, worldUrl, hooksUrl });
  }

  async function reopen(): Promise<void> {
    await provider.close?.();
    store.close();
    open();
  }

  const control = (method: string, path: string, body?: unknown) =>
    provider.control({
      method,
      host: 'meta',
      path,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    });

  it('ST-02 starts with two pages and what customers said in three languages', async () => {
    const pages = jsonOf<{ name: string; tickedByDefault: boolean }[]>(await control('GET', '/pages'));
    const { posts } = jsonOf<{ posts: { comments: { message: string }[] }[] }>(
      await control('GET', `/pages/${beanBar.id}`),
    );
    expect(pages.map(({ name, tickedByDefault }) => [name, tickedByDefault])).toEqual([
      ['Bean Bar Roastery', false],
      ['Bean Bar', true],
    ]);
    expect(posts.map(({ comments }) => comments.length)).toEqual([8, 6, 6, 6, 4]);
  });

  it('ST-02 keeps everything over a kill, and gives no id twice', async () => {
    const post = jsonOf<{ id: string }>(
      await control('POST', `/pages/${beanBar.id}/posts`, { message: 'One' }),
    );
    const comment = jsonOf<{ id: string }>(
      await control('POST', `/posts/${post.id}/comments`, { message: 'Hi' }),
    );
    await reopen();
    expect(jsonOf(await control('GET', `/comments/${comment.id}`))).toMatchObject({
      message: 'Hi',
      postId: post.id,
    });
    const other = jsonOf<{ id: string }>(
      await control('POST', `/posts/${post.id}/comments`, { message: 'Hi' }),
    );
    expect(other.id).not.toBe(comment.id);
  });

  it('CM-10 delivers after a restart the webhooks that nobody had taken', async () => {
    store.collection('meta.pages', Page).put(beanBar.id, { ...beanBar, subscribedFields: ['feed'] });
    await reopen();
    const post = jsonOf<{ id: string }>(
      await control('POST', `/pages/${beanBar.id}/posts`, { message: 'One' }),
    );
    await control('POST', `/posts/${post.id}/comments`, { message: 'Hi' });
    expect(jsonOf<unknown[]>(await control('GET', '/webhooks'))).toHaveLength(1);

    const taken = Promise.withResolvers<string>();
    const server = createServer((request, response) => {
      text(request).then(taken.resolve, taken.reject);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    hooksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
    now += 3_600_000;
    await reopen();
    const notification = JSON.parse(await taken.promise);
    server.close();
    expect(notification).toMatchObject({
      entry: [{ changes: [{ value: { verb: 'add', message: 'Hi' } }] }],
    });
  });

  it('ST-02 names its commands to whoever mistypes one', async () => {
    const answer = await control('POST', '/comment');
    expect(answer.status).toBe(404);
    expect(jsonOf(answer)).toMatchObject({ error: 'Unknown command POST /comment.' });
    expect((await control('POST', '/faults', { kind: 'earthquake' })).status).toBe(400);
  });
});

describe('what people and programs see of the simulated Meta', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const visit = (path: string, init?: RequestInit) =>
    fetch(`${world.origin}/_world/www.facebook.com${path}`, { redirect: 'manual', ...init });
  const graph = async (path: string) => {
    const response = await fetch(`${world.origin}/_world/graph.facebook.com/v26.0${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  function dialogPath(): string {
    const query = new URLSearchParams({
      client_id: simulatedMetaApp.appId,
      redirect_uri: `${world.origin}/v1/oauth/meta/callback`,
      state: 'one-time',
      scope: 'pages_show_list,pages_manage_engagement',
    });
    return `/v26.0/dialog/oauth?${query}`;
  }

  it('CM-01 asks a person which pages, with one of them ticked', async () => {
    const html = await (await visit(dialogPath())).text();
    expect(html).toMatch(/value="100200300400500" checked/);
    expect(html).not.toMatch(/value="100200300400501" checked/);
    expect(html).toContain('Continue as Robin');
  });

  it('CM-01 sends the person back with a code, or with the refusal', async () => {
    const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });
    const agreed = await visit(
      dialogPath(),
      form({ decision: 'continue', page: beanBar.id, scope: 'pages_show_list' }),
    );
    const back = new URL(agreed.headers.get('location') ?? '');
    expect([back.pathname, back.searchParams.get('state')]).toEqual(['/v1/oauth/meta/callback', 'one-time']);
    expect(back.searchParams.get('code')).toMatch(/^AQ/);
    const refused = await visit(dialogPath(), form({ decision: 'deny' }));
    expect(new URL(refused.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
  });

  it('CM-01 sends nobody to an address outside the app', async () => {
    const elsewhere = dialogPath().replace(
      encodeURIComponent(world.origin),
      encodeURIComponent('https://evil.example'),
    );
    expect((await visit(`${elsewhere}&auto=1`)).status).toBe(400);
  });

  it('ST-02 shows a page to its visitors and lets them comment, whatever they write', async () => {
    const post = await world.meta<{ id: string }>('POST', `/pages/${beanBar.id}/posts`, {
      message: 'Try <b>this</b>',
    });
    const message = '<script>alert(1)</script>';
    const sent = await visit(`/${post.id.replace('_', '/posts/')}`, {
      method: 'POST',
      body: new URLSearchParams({ name: 'Eve', message }),
    });
    const html = await (await fetch(sent.headers.get('location') ?? '')).text();
    expect(html).toContain('Try &#60;b&#62;this');
    expect(html).toContain('&#60;script&#62;alert(1)');
    expect(html).not.toContain('<script>');
  });

  it('ST-02 shows the picture of a page to everybody', async () => {
    const response = await fetch(`${world.origin}/_world/graph.facebook.com/${beanBar.id}/picture`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(await response.text()).toContain('>BB</text>');
  });

  it('CM-04 refuses calls without a proof of the app secret, and unknown tokens, in Graph’s envelope', async () => {
    const token = await pageToken(world);
    expect(await graph(`/${beanBar.id}?access_token=${token}`)).toMatchObject({
      status: 400,
      body: { error: { code: 100, message: expect.stringContaining('appsecret_proof') } },
    });
    expect(await graph(`/${beanBar.id}?access_token=guess`)).toMatchObject({
      status: 400,
      body: {
        error: { code: 190, type: 'OAuthException', error_subcode: 467, fbtrace_id: expect.any(String) },
      },
    });
  });

  it('ST-02 knows no other host', async () => {
    const response = await fetch(`${world.origin}/_world/unknown.example/`);
    expect([response.status, await response.text()]).toEqual([
      502,
      'The simulated world has no host unknown.example.',
    ]);
  });
});
