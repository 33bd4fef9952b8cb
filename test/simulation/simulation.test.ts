import { describe, expect, it } from 'vitest';
import { type EnumeratedRun, everyCrash, everyInterleaving } from './enumerate.ts';
import { Mutants } from './mutants/all.ts';
import { runMutant } from './run-mutants.ts';
import { runSeed } from './run-scenario.ts';

const Seed = 1;
const DaysPerTest = 500;

async function allOf(runs: AsyncIterable<EnumeratedRun>): Promise<EnumeratedRun[]> {
  return Array.fromAsync(runs);
}

describe('the reply protocol', () => {
  it('AR-12 I1-I8 answers exactly once wherever a process crashes, and never twice when another one follows', async () => {
    const runs = await allOf(everyCrash());
    expect(runs.filter(({ violations }) => violations.length > 0)).toEqual([]);
    expect(runs.filter(({ plan, answered }) => plan.size < 2 && answered !== 1)).toEqual([]);
    expect(runs.length).toBeGreaterThan(500);
  }, 60_000);

  it('AR-12 I1-I8 answers exactly once when two workers take turns at every call', async () => {
    const runs = await allOf(everyInterleaving());
    expect(runs.filter(({ violations, answered }) => violations.length > 0 || answered !== 1)).toEqual([]);
    expect(runs.length).toBeGreaterThan(300);
  }, 60_000);

  it.each([0, 1, 2, 3])(
    'AR-10 AR-12 AR-13 I1-I8 keeps every invariant on random days with every fault (part %i)',
    async (part) => {
      for (let index = part * DaysPerTest; index < (part + 1) * DaysPerTest; index += 1) {
        const { violations } = await runSeed({ seed: Seed, index });
        expect(violations, `npm run simulate -- --seed ${Seed} --run ${index}`).toEqual([]);
      }
    },
    60_000,
  );

  it('tells the same story for the same seed', async () => {
    const story = async () => {
      const lines: string[] = [];
      await runSeed({ seed: Seed, index: 7, tell: (line) => lines.push(line) });
      return lines;
    };
    const first = await story();
    expect(first.length).toBeGreaterThan(10);
    expect(await story()).toEqual(first);
  });
});

describe('the simulation', () => {
  it.each(Mutants.map((mutant) => [mutant.name, mutant] as const))(
    'notices the mutant “%s”',
    async (_name, mutant) => {
      const { caught } = await runMutant(mutant, Seed, 3_000);
      expect(caught).toBeDefined();
    },
    60_000,
  );
});
