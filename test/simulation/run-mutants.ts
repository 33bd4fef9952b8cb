import { everyCrashOf } from './enumerate.ts';
import type { Violation } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { runSeed } from './run-scenario.ts';

export interface MutantResult {
  mutant: Mutant;
  /** The first run that noticed it, with what was wrong; undefined when none did. */
  caught: { index: number; violation: Violation } | undefined;
}

/** Lets a mutant live until a run shows what is missing. */
export async function runMutant(mutant: Mutant, seed: number, mostRuns: number): Promise<MutantResult> {
  let index = 0;
  for await (const { violations } of lifeOf(mutant, seed, mostRuns)) {
    const [violation] = violations;
    if (violation) return { mutant, caught: { index, violation } };
    index += 1;
  }
  return { mutant, caught: undefined };
}

async function* lifeOf(mutant: Mutant, seed: number, mostRuns: number) {
  if (mutant.scenario) return yield* everyCrashOf(mutant.scenario, mutant);
  for (let index = 0; index < mostRuns; index += 1) yield await runSeed({ seed, index, mutant });
}
