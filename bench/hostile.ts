import { execFile } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { HostileFeedLimits, HostileFeeds } from '../test/support/hostile-feeds.ts';

/** Reads each hostile document in a process of its own: how long it takes, and the process's peak of memory. */
const reader = fileURLToPath(new URL('./support/read-feed-once.ts', import.meta.url));

async function measured(name: string, serve: RequestListener, expected: RegExp) {
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
  const { stdout } = await promisify(execFile)(process.execPath, [reader, url]);
  server.closeAllConnections();
  server.close();
  const result: Record<'milliseconds' | 'megabytesBefore' | 'megabytes', number> & { reason: string } =
    JSON.parse(stdout);
  return { name, ...result, isNamed: expected.test(result.reason) };
}

const results = [];
for (const [name, serve, reason] of HostileFeeds) results.push(await measured(name, serve, reason));
console.table(results);
console.log(
  JSON.stringify({
    name: 'hostile',
    documents: results.length,
    named: results.filter(({ isNamed }) => isNamed).length,
    slowestMilliseconds: Math.max(...results.map(({ milliseconds }) => milliseconds)),
    largestMegabytes: Math.max(...results.map(({ megabytes }) => megabytes)),
    limits: HostileFeedLimits,
  }),
);
