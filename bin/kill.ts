import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { runKills } from './kill/run-kills.ts';

/**
 * `npm run kill -- [--kills 200] [--seed 1] [--quiet 20] [--rest 70]`: the real functions against the embedded cloud,
 * killed at named instants on the way from a comment to its answer. The last line is JSON (docs/reply-protocol.md).
 */
const Options = z.object({
  kills: z.coerce.number().int().min(1).max(700).default(200),
  seed: z.coerce.number().int().default(1),
  /** The quiet period after an attempt with an unknown end, in seconds. */
  quiet: z.coerce.number().int().min(1).default(20),
  /** Longer than a lease, as in the shipped stack, so that a message finds it over when it comes again. */
  rest: z.coerce.number().int().min(1).default(70),
});

const MostSeconds = 25 * 60;

async function main(): Promise<boolean> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { kills: text, seed: text, quiet: text, rest: text } });
  const { kills, seed, quiet, rest } = Options.parse(values);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  const stateDir = mkdtempSync(join(tmpdir(), 'earshot-kill-'));
  try {
    const run = await runKills({
      ...{
        stateDir,
        kills,
        seed,
        quietSeconds: quiet,
        restSeconds: rest,
        mostSeconds: MostSeconds,
        pauseMilliseconds: 700,
      },
      stop: stop.signal,
      tell: (line) => console.log(line),
    });
    console.log(JSON.stringify(run));
    return run.kills >= kills && run.doubles + run.lost + run.misrecorded + run.miscounted === 0;
  } finally {
    rmSync(stateDir, { recursive: true, force: true });
  }
}

main().then(
  // Nothing that the stack left running may keep a finished run alive.
  (isGood) => process.exit(isGood ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
