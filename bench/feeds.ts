import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { FeedDocument, FeedItem } from '../shared/core/coverage/feed-document.ts';
import { readFeed } from '../shared/infra/feeds/read-feed.ts';

/**
 * `npm run bench feeds FOLDER`: reads every feed of a corpus whose `expectations.json` says of each file what kind it
 * is and what its readers should find. Feeds that cannot be read and checks that do not hold are listed with `--verbose`.
 */
const Expectations = z.array(
  z.object({
    file: z.string(),
    kind: z.string(),
    contentType: z.string().nullable(),
    checks: z.array(z.tuple([z.enum(['feed', 'entry']), z.number(), z.string(), z.unknown()])),
  }),
);
type Expectation = z.infer<typeof Expectations>[number];

interface Tally {
  kind: string;
  files: number;
  read: number;
  checks: number;
  held: number;
  slowestMilliseconds: number;
}

/** What Earshot does elsewhere, or not at all: titles are plain text by the time they are shown. */
const OutOfScope = /\/(sanitize|base)\//;

const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
if (folder === undefined) throw new Error('Usage: npm run bench feeds FOLDER [--verbose]');
const isVerbose = process.argv.includes('--verbose');
const expectations = Expectations.parse(
  JSON.parse(await readFile(join(folder, 'expectations.json'), 'utf8')),
);

function fieldOf(document: FeedDocument, [where, index, field]: Expectation['checks'][number]): unknown {
  if (where === 'feed') return { title: document.title, link: document.link }[field];
  return document.items[index]?.[field as keyof FeedItem];
}

/** How many of a file's checks hold; undefined when it is not read at all. */
async function heldChecks({ file, contentType, checks }: Expectation): Promise<number | undefined> {
  try {
    const bytes = await readFile(join(folder ?? '', file));
    const document = await readFeed({ bytes, contentType, url: null });
    const missed = checks.filter((check) => fieldOf(document, check) !== check[3]);
    for (const check of isVerbose ? missed : []) console.log(file, ...check, fieldOf(document, check));
    return checks.length - missed.length;
  } catch (error) {
    if (isVerbose) console.log(file, String(error));
    return undefined;
  }
}

const tallies = new Map<string, Tally>();
const inScope = { checks: 0, held: 0 };
for (const expectation of expectations) {
  const { kind, checks, file } = expectation;
  const tally = tallies.get(kind) ?? { kind, files: 0, read: 0, checks: 0, held: 0, slowestMilliseconds: 0 };
  tallies.set(kind, tally);
  const startedAt = performance.now();
  const held = await heldChecks(expectation);
  tally.slowestMilliseconds = Math.max(tally.slowestMilliseconds, Math.round(performance.now() - startedAt));
  tally.files += 1;
  tally.read += held === undefined ? 0 : 1;
  tally.checks += checks.length;
  tally.held += held ?? 0;
  if (OutOfScope.test(file)) continue;
  inScope.checks += checks.length;
  inScope.held += held ?? 0;
}

console.table([...tallies.values()]);
console.log(
  JSON.stringify({
    name: 'feeds',
    unit: 'files',
    files: expectations.length,
    read: [...tallies.values()].reduce((total, { read }) => total + read, 0),
    slowestMilliseconds: Math.max(...[...tallies.values()].map((tally) => tally.slowestMilliseconds)),
    checksOutsideSanitisingAndBase: inScope,
  }),
);
