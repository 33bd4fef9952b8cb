import { checkEnd, checkSoleReply } from './check-end.ts';
import { RandomFaults } from './faults.ts';
import type { Violation } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { Random } from './random.ts';
import { randomScenario } from './random-scenario.ts';
import { World, type WorldOptions } from './world.ts';

export interface RunResult {
  violations: Violation[];
  /** Automatic replies that people can see. */
  answered: number;
  /** Replies of which people are told that they may be there. */
  handed: number;
  /** The reasons for which replies waited or ended. */
  reached: ReadonlySet<string>;
}

/** No run of the right protocol needs a fraction of it. */
const MostEvents = 60_000;

/** Lets one scenario happen until nothing more can, and judges it by the invariants of the protocol. */
export async function runScenario(options: WorldOptions): Promise<RunResult> {
  const world = new World(options);
  world.begin();
  const { ledger, table, platform, scenario } = world;
  if (!(await world.scheduler.run(MostEvents))) ledger.violated('I6', 'the world never came to rest');
  checkEnd({ ledger, table, platform, scenario });
  checkSoleReply(ledger);
  const answered = ledger.posts.filter(({ landed }) => landed?.by === 'automation').length;
  const handed = table.executions.filter(({ outcome }) => outcome === 'unconfirmed').length;
  return { violations: ledger.violations, answered, handed, reached: ledger.reached };
}

interface SeededRun {
  seed: number;
  index: number;
  mutant?: Mutant | undefined;
  tell?: (line: string) => void;
}

/** One random day with its faults; the same seed and index always give the same day. */
export function runSeed({ seed, index, ...options }: SeededRun): Promise<RunResult> {
  const random = new Random(seed, index);
  return runScenario({ ...options, scenario: randomScenario(random), faults: new RandomFaults(random) });
}
