import type { Violation } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { runSeed } from './run-scenario.ts';

export interface MutantResult {
  mutant: Mutant;
  /** The first run that noticed it, with what was wrong; undefined when none did. */
  caught: { index: number; violation: Violation } | undefined;
}

/** Lets a mutant live through random days until one of them shows what is missing. */
export async function runMutant(mutant: Mutant, seed: number, mostRuns: number): Promise<MutantResult> {
  for (let index = 0; index < mostRuns; index += 1) {
    const { violations } = await runSeed({ seed, index, mutant });
    const [violation] = violations;
    if (violation) return { mutant, caught: { index, violation } };
  }
  return { mutant, caught: undefined };
}
