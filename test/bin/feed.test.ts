import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rssFeed } from '../support/feed-host.ts';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-feed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run feed', () => {
  it('PM-06 prints one line for each source, whatever it is, and goes on', async () => {
    const good = join(folder, 'good.xml');
    const page = join(folder, 'page.html');
    await writeFile(good, rssFeed('A paper', [{ title: 'Bean Bar', link: 'https://a.example/1' }]));
    await writeFile(page, '<!doctype html><title>Hello</title>');
    const sources = [page, join(folder, 'absent.xml'), 'http://127.0.0.1:1/feed', good];
    const { stdout } = await run(process.execPath, ['bin/feed.ts', ...sources]);

    const nothing = { ok: false, title: '', link: '', items: [] };
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { source: page, error: 'This is not a feed: it holds neither RSS nor Atom.', ...nothing },
      { source: sources[1], error: expect.stringContaining('ENOENT'), ...nothing },
      { source: sources[2], error: '127.0.0.1 is not an address of the public internet.', ...nothing },
      {
        source: good,
        ok: true,
        title: 'A paper',
        link: '',
        items: [
          {
            title: 'Bean Bar',
            link: 'https://a.example/1',
            id: 'https://a.example/1',
            publishedAt: '2026-11-20T08:00:00.000Z',
          },
        ],
      },
    ]);
  });
});
