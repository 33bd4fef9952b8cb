import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type StartedTable, startTable } from '../test/support/start-table.ts';
import { comments, rollupsOf } from './report/busy-organization.ts';
import { Bounds, Comments, CommentsBefore, context } from './report/month.ts';

/**
 * A full report of a month with 200,000 comments, beside one with 160,000, in each format and a process of its own:
 * the seconds from its start to the finished mail, and its peak of memory. The peer counts the comments themselves.
 */
const MostSeconds = 10;
const MostMegabytes = 512;
/** What a function with 512 MB can spend on objects, beside fonts, canvas and code. */
const HeapMegabytes = 300;
const WritesAtOnce = 4;

const Made = z.object({
  ...{ format: z.string(), seconds: z.number(), processorSeconds: z.number() },
  ...{ megabytes: z.number(), kilobytes: z.number() },
  total: z.string(),
});
const Counted = z.object({
  ...{ seconds: z.number(), processorSeconds: z.number(), megabytes: z.number() },
  figures: z.looseObject({ interactions: z.number() }),
});

async function main(): Promise<void> {
  const started = await startTable();
  const folder = await mkdtemp(join(tmpdir(), 'earshot-bench-'));
  const file = join(folder, 'comments.jsonl');
  try {
    console.log(`Counting ${Comments + CommentsBefore} comments …`);
    await storeCounts(started);
    const made = [];
    for (const format of ['pdf', 'excel', 'html_email']) {
      const one = Made.parse(await run('make-report', HeapMegabytes, [started.endpoint, format]));
      console.log(`${format}: ${rounded(one.seconds)} s, ${Math.round(one.megabytes)} MB`);
      made.push(one);
    }
    await writeComments(file);
    const peer = Counted.parse(await run('figures-from-raw', 8_000, [file]));
    print(made, peer);
  } finally {
    await started.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function print(made: z.infer<typeof Made>[], peer: z.infer<typeof Counted>): void {
  const { figures, ...peerUse } = peer;
  console.table([
    ...made.map(({ total: _total, ...one }) => one),
    { format: 'figures from comments', ...peerUse },
  ]);
  const seconds = Math.max(...made.map((one) => one.seconds));
  const megabytes = Math.max(...made.map((one) => one.megabytes));
  const isWhole = made.every(({ total }) => total.endsWith(` ${Comments.toLocaleString('en')}`));
  if (!isWhole || figures.interactions !== Comments) throw new Error('A report misses comments.');
  const isWithin = seconds <= MostSeconds && megabytes <= MostMegabytes;
  const ours = rounded(seconds);
  console.log(
    JSON.stringify({
      ...{ name: 'report', interactions: Comments, ours, peer: rounded(peer.seconds) },
      ...{ ratio: rounded(peer.seconds / seconds), unit: 'seconds', megabytes: Math.round(megabytes) },
      ...{ peerMegabytes: Math.round(peer.megabytes), isWithin, limits: { MostSeconds, MostMegabytes } },
    }),
  );
  if (!isWithin) process.exitCode = 1;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

async function run(script: string, heapMegabytes: number, given: string[]): Promise<unknown> {
  const path = fileURLToPath(new URL(`./report/${script}.ts`, import.meta.url));
  const options = [`--max-old-space-size=${heapMegabytes}`, path, ...given];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const Months = [
  { amount: CommentsBefore, from: Bounds.before, until: Bounds.from },
  { amount: Comments, from: Bounds.from, until: Bounds.until },
];

/** What the consumer of changes leaves in the table when all these comments have been stored. */
async function storeCounts(started: StartedTable): Promise<void> {
  const pk = `ORG#${context.organizationId}#ROLLUP`;
  for (const month of Months) {
    const items = [...rollupsOf(comments(month))].map(([bucket, counts]) => ({
      ...{ pk, sk: `${bucket}#INT#0`, type: 'Rollup', bucket, lastSequence: '1' },
      ...Object.fromEntries(Object.entries(counts).map(([cell, amount]) => [`n|${cell}`, amount])),
    }));
    await put(started, items);
  }
}

async function writeComments(file: string): Promise<void> {
  const lines = Months.flatMap((month) => [...comments(month)].map((comment) => JSON.stringify(comment)));
  await writeFile(file, lines.join('\n'));
}

async function put({ client, tableName }: StartedTable, items: Record<string, unknown>[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) =>
    items.slice(index * 25, index * 25 + 25),
  );
  const workers = Array.from({ length: WritesAtOnce }, async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const requests = batch.map((Item) => ({ PutRequest: { Item } }));
      const { UnprocessedItems = {} } = await client.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: requests } }),
      );
      if (Object.keys(UnprocessedItems).length > 0) throw new Error('The database did not take everything.');
    }
  });
  await Promise.all(workers);
}

await main();
