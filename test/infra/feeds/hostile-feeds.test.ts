import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { feedFetcher, fetchFeed } from '../../../shared/infra/feeds/fetch-feed.ts';
import { HostileFeedLimits, HostileFeeds } from '../../support/hostile-feeds.ts';

const Megabyte = 1024 * 1024;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
});

async function outcomeOf(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fetch = fetchFeed(feedFetcher({ outside: (url) => url, mayConnect: () => true }), () => 0);
  const memoryBefore = process.memoryUsage.rss();
  const cpuBefore = process.threadCpuUsage();
  const outcome = await fetch({ url: `http://127.0.0.1:${port}/feed`, etag: null, lastModified: null });
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return {
    outcome,
    cpuMilliseconds: (user + system) / 1_000,
    megabytes: (process.memoryUsage.rss() - memoryBefore) / Megabyte,
  };
}

describe('hostile feeds', () => {
  it.each(HostileFeeds)(
    'PM-06 answers %s with an error that names the reason',
    async (_name, serve, reason) => {
      const { outcome, cpuMilliseconds, megabytes } = await outcomeOf(serve);
      expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) });
      expect(cpuMilliseconds).toBeLessThan(HostileFeedLimits.milliseconds);
      expect(megabytes).toBeLessThan(HostileFeedLimits.megabytes);
    },
  );
});
