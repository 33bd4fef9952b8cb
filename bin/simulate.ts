import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as z from 'zod';
import {
  type EnumeratedRun,
  everyCrash,
  everyCrashOf,
  everyInterference,
  everyInterleaving,
} from '../test/simulation/enumerate.ts';
import { Invariants, type Violation } from '../test/simulation/ledger.ts';
import { Mutants } from '../test/simulation/mutants/all.ts';
import { runMutant } from '../test/simulation/run-mutants.ts';
import { runSeed } from '../test/simulation/run-scenario.ts';
import {
  DeletedReplyScenario,
  HiddenMentionScenario,
  LastSlotScenario,
  MentionScenario,
  UndoneReplyScenario,
  WordedScenario,
} from '../test/simulation/scenario.ts';

/**
 * `npm run simulate -- --runs N --seed S`: the reply protocol under every crash and under random days full of faults,
 * judged by its invariants (test/simulation/ledger.ts), and its mutants, each of which must be noticed.
 * `--run I` tells the story of one run of the seed. The last line is JSON.
 */
const Options = z.object({
  runs: z.coerce.number().int().min(0).default(10_000),
  seed: z.coerce.number().int().default(1),
  run: z.coerce.number().int().optional(),
  threads: z.coerce.number().int().min(1).max(16).default(2),
});
type Options = z.infer<typeof Options>;

const Share = z.object({ seed: z.int(), first: z.int(), step: z.int(), runs: z.int() });
type Share = z.infer<typeof Share>;

type ThreadMessage = { index: number; violations: Violation[] } | { finished: number };

interface Totals {
  doubles: number;
  violations: number;
  lost: number;
}

const RunsPerReport = 1_000;
/** Every mutant so far is noticed within a fifth of it. */
const MostRunsPerMutant = 6_000;
const MostFailuresTold = 5;

async function runShare({ seed, first, step, runs }: Share, tell: (message: ThreadMessage) => void) {
  let finished = 0;
  for (let index = first; index < runs; index += step) {
    const { violations } = await runSeed({ seed, index });
    if (violations.length > 0) tell({ index, violations });
    finished += 1;
    if (finished % RunsPerReport === 0) tell({ finished: RunsPerReport });
  }
  tell({ finished: finished % RunsPerReport });
}

function count(totals: Totals, violations: readonly Violation[]): void {
  totals.violations += violations.length;
  totals.doubles += violations.filter(({ invariant }) => invariant === 'I1').length;
  totals.lost += violations.filter(({ invariant }) => invariant === 'I6').length;
}

async function tellRun(seed: number, index: number, mostLines: number): Promise<void> {
  const story: string[] = [];
  const { violations } = await runSeed({ seed, index, tell: (line) => story.push(line) });
  console.log(`Run ${index} of seed ${seed}:`);
  for (const line of story.slice(0, mostLines)) console.log(`  ${line}`);
  if (story.length > mostLines) console.log(`  … ${story.length - mostLines} more lines`);
  for (const { invariant, what } of violations)
    console.log(`  ✗ ${what} (${invariant}: ${Invariants[invariant]})`);
}

async function enumerated(name: string, runs: AsyncIterable<EnumeratedRun>, totals: Totals): Promise<void> {
  let all = 0;
  for await (const { plan, violations } of runs) {
    all += 1;
    count(totals, violations);
    for (const { invariant, what } of violations)
      console.log(`  ✗ ${invariant}: ${what}, with ${JSON.stringify([...plan])}`);
  }
  console.log(`${name}: ${all} runs`);
}

async function randomDays({ runs, seed, threads }: Options, totals: Totals): Promise<void> {
  let finished = 0;
  const failed: number[] = [];
  const hear = (message: ThreadMessage) => {
    if ('violations' in message) {
      count(totals, message.violations);
      failed.push(message.index);
    } else {
      finished += message.finished;
      if (finished % 10_000 === 0 || finished === runs)
        console.log(`Random days: ${finished} of ${runs} runs, ${totals.violations} violations`);
    }
  };
  const shares = Array.from({ length: threads }, (_, first): Share => ({ seed, first, step: threads, runs }));
  await Promise.all(shares.map((share) => inThread(share, hear)));
  for (const index of failed.sort((a, b) => a - b).slice(0, MostFailuresTold))
    await tellRun(seed, index, 400);
  for (const index of failed) console.log(`Again: npm run simulate -- --seed ${seed} --run ${index}`);
}

function inThread(share: Share, hear: (message: ThreadMessage) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: share });
    thread.on('message', hear);
    thread.on('error', reject);
    thread.on('exit', () => resolve());
  });
}

async function mutantsCaught(seed: number): Promise<number> {
  let caught = 0;
  for (const mutant of Mutants) {
    const { caught: by } = await runMutant(mutant, seed, MostRunsPerMutant);
    if (by) caught += 1;
    const how = by ? `${by.violation.invariant} in run ${by.index}: ${by.violation.what}` : 'NOT NOTICED';
    console.log(`Mutant “${mutant.name}” (${mutant.breaks}) ${how}`);
  }
  return caught;
}

async function simulate(options: Options): Promise<void> {
  const totals: Totals = { doubles: 0, violations: 0, lost: 0 };
  await enumerated('A crash at every call, singly and in pairs', everyCrash(), totals);
  await enumerated('A crash at every call, with words of the model', everyCrashOf(WordedScenario), totals);
  await enumerated('A crash at every call, below a mention', everyCrashOf(MentionScenario), totals);
  await enumerated(
    'A crash at every call, below a hidden mention',
    everyCrashOf(HiddenMentionScenario),
    totals,
  );
  await enumerated('A crash at every call, two for the last slot', everyCrashOf(LastSlotScenario), totals);
  await enumerated(
    'A crash at every call, and the owner deletes the reply before the look',
    everyCrashOf(DeletedReplyScenario),
    totals,
  );
  await enumerated(
    'A crash at every call, and a member undoes the rule before the look',
    everyCrashOf(UndoneReplyScenario),
    totals,
  );
  await enumerated('Two workers, interleaved at every call', everyInterleaving(), totals);
  await enumerated('People and the platform, between every two calls', everyInterference(), totals);
  const caught = await mutantsCaught(options.seed);
  await randomDays(options, totals);
  const isGood = totals.violations === 0 && caught === Mutants.length;
  console.log(
    JSON.stringify({ runs: options.runs, ...totals, mutantsCaught: caught, mutants: Mutants.length }),
  );
  process.exitCode = isGood ? 0 : 1;
}

if (isMainThread) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { runs: text, seed: text, run: text, threads: text } });
  const options = Options.parse(values);
  if (options.run === undefined) await simulate(options);
  else await tellRun(options.seed, options.run, Number.POSITIVE_INFINITY);
} else {
  await runShare(Share.parse(workerData), (message) => parentPort?.postMessage(message));
}
