import { describe, expect, it } from 'vitest';
import { type EnumeratedRun, everyCrash, everyInterleaving } from './enumerate.ts';
import { Mutants } from './mutants/all.ts';
import { runMutant } from './run-mutants.ts';
import { runSeed } from './run-scenario.ts';

const Seed = 1;
const Days = 2_000;

/** What must happen to replies among the random days: a simulation that never gets there proves nothing about it. */
const Destinations = [
  'posted',
  'reply_uncertain',
  'may_be_answered',
  'decided_anew',
  'limit_hourly',
  'limit_daily',
  'limit_cooldown',
  'limit_midnight',
  'outside_hours',
  'platform_unavailable',
  'platform_throttled',
  'platform_refused',
  'needs_reconnect',
  'answered_on_platform',
  'answered_by_person',
  'closed_by_person',
  'deleted_on_platform',
  'comment_edited',
  'comment_hidden',
  'edited',
  'medical',
  'blocklist',
  'from_owner',
  'automation_paused',
  'dry_run_on',
  'rule_changed',
  'rule_disabled',
  'account_disconnected',
  'analysis_missing',
  'send_window_passed',
];

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

  it('AR-10 AR-12 AR-13 I1-I8 keeps every invariant on random days with every fault, which lead everywhere', async () => {
    const reached = new Set<string>();
    for (let index = 0; index < Days; index += 1) {
      const run = await runSeed({ seed: Seed, index });
      expect(run.violations, `npm run simulate -- --seed ${Seed} --run ${index}`).toEqual([]);
      for (const reason of run.reached) reached.add(reason);
    }
    expect(Destinations.filter((reason) => !reached.has(reason))).toEqual([]);
  }, 120_000);

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
