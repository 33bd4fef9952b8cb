import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNewsWorld } from '../../../local/providers/news/news-world.ts';
import type { Provider, WorldRequest, WorldResponse } from '../../../local/providers/provider.ts';
import { openWorldStore, type WorldStore } from '../../../local/providers/world-store.ts';
import { readFeed } from '../../../shared/infra/feeds/read-feed.ts';

const Now = '2026-11-20T12:00:00.000Z';
let stateDir: string;
let store: WorldStore;
let press: Provider;

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'earshot-news-'));
  open();
});
afterEach(async () => {
  store.close();
  await rm(stateDir, { recursive: true, force: true });
});

function open(): void {
  store = openWorldStore(stateDir);
  const now = () => Date.parse(Now);
  press = createNewsWorld({
    store,
    now,
    worldUrl: 'http://127.0.0.1:9/_world',
    hooksUrl: 'http://127.0.0.1:9/hooks',
  });
}

function asked(address: string, headers: Record<string, string> = {}): WorldRequest {
  const { host, pathname, searchParams } = new URL(address);
  return { method: 'GET', host, path: pathname, query: searchParams, headers, body: Buffer.alloc(0) };
}

async function directed(method: string, path: string, body?: unknown): Promise<WorldResponse> {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body));
  return press.control({
    method,
    host: 'news',
    path,
    query: new URLSearchParams(),
    headers: {},
    body: bytes,
  });
}

async function feedAt(address: string) {
  const answer = await press.handle(asked(address));
  const contentType = answer.headers?.['content-type'] ?? null;
  return readFeed({ bytes: Buffer.from(answer.body ?? ''), contentType, url: address });
}

describe('the simulated press', () => {
  it('ST-02 serves RSS, Atom and RDF in the encodings that publishers use', async () => {
    const titles = async (address: string) => (await feedAt(address)).items.map(({ title }) => title);

    expect(await titles('https://daily-herald.example/feed')).toEqual([
      'Local bakers win national prize',
      'City council votes on market hours',
      'Harbour bridge closes for repairs',
    ]);
    expect((await titles('https://kaffee-magazin.example/atom.xml'))[0]).toBe(
      'Ernte in Äthiopien fällt gut aus',
    );
    const old = await feedAt('https://stadtanzeiger.example/rss.xml');
    expect(old.items[1]?.content).toBe('<p>Die „Linie 7“ fährt ab März alle zehn Minuten – für 2,40 €.</p>');
    expect(await feedAt('https://press-review.example/index.rdf')).toMatchObject({
      title: 'Press Review',
      items: [],
    });
  });

  it('ST-02 publishes an article in the feed, on its page and, under an opaque link, in Google News', async () => {
    const article = { title: 'Bean Bar opens - and stays', summary: 'A second shop.', hoursAgo: 1 };
    const published = JSON.parse(
      String((await directed('POST', '/publishers/daily-herald.example/articles', article)).body),
    );
    const feed = await feedAt('https://daily-herald.example/feed');
    const found = await feedAt(
      'https://news.google.com/rss/search?q=%22bean+bar%22+OR+%22nothing%22&hl=en-US&gl=US&ceid=US:en',
    );
    const page = await press.handle(asked(published.url));

    expect(feed.items[0]).toMatchObject({ title: article.title, publishedAt: '2026-11-20T11:00:00.000Z' });
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining(article.summary) });
    expect(found.items).toEqual([
      {
        title: 'Bean Bar opens - and stays - Daily Herald',
        link: expect.stringMatching(/^https:\/\/news\.google\.com\/rss\/articles\/CBMi[\w-]+\?oc=5$/),
        id: expect.stringMatching(/^CBMi/),
        publishedAt: '2026-11-20T11:00:00.000Z',
        content: expect.stringContaining('Daily Herald'),
        imageUrl: null,
        publisher: { name: 'Daily Herald', url: 'https://daily-herald.example' },
      },
    ]);
  });

  it('PM-06 answers 304 to who has the feed, until something is published', async () => {
    const address = 'https://jornal-do-porto.example/rss';
    const { headers } = await press.handle(asked(address));
    const again = () => press.handle(asked(address, { 'if-none-match': headers?.['etag'] ?? '' }));

    expect(await again()).toMatchObject({ status: 304 });
    await directed('POST', '/publishers/jornal-do-porto.example/articles', { title: 'Novo café na Ribeira' });
    expect(await again()).toMatchObject({ status: 200 });
  });

  it('ST-02 breaks and moves a feed on demand, and remembers it over a restart', async () => {
    const address = 'https://daily-herald.example/feed';
    await directed('PATCH', '/publishers/daily-herald.example', { fault: 'throttled' });
    store.close();
    open();
    expect(await press.handle(asked(address))).toEqual({ status: 429, headers: { 'retry-after': '3600' } });

    await directed('PATCH', '/publishers/daily-herald.example', {
      fault: null,
      movedTo: 'https://daily-herald.example/new',
    });
    expect(await press.handle(asked(address))).toEqual({
      status: 301,
      headers: { location: 'https://daily-herald.example/new' },
    });
    expect(await press.handle(asked('https://broken-times.example/feed'))).toMatchObject({ status: 500 });
    expect(await directed('PATCH', '/publishers/unknown.example', {})).toMatchObject({ status: 404 });
    expect(await directed('PATCH', '/publishers/daily-herald.example', { fault: 'odd' })).toMatchObject({
      status: 400,
    });
  });
});
