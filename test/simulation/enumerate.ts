import { addSeconds } from '../../shared/core/kernel/time.ts';
import { PlannedFaults } from './faults.ts';
import type { Violation } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import type { Call, CallFault } from './process.ts';
import { runScenario } from './run-scenario.ts';
import { type Happening, PlainScenario, type Scenario } from './scenario.ts';

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type Plan = ReadonlyMap<number, CallFault>;

export interface EnumeratedRun {
  plan: Plan;
  violations: Violation[];
  /** How many automatic replies people can see. */
  answered: number;
  /** Of how many people are told that they may be there. */
  handed: number;
}

type PlannedRun = EnumeratedRun & { calls: readonly Call[] };

interface PlanOptions {
  scenario?: Scenario;
  twoWorkers?: boolean;
  mutant?: Mutant | undefined;
}

async function runPlan(
  plan: Plan,
  { scenario = PlainScenario, twoWorkers = false, mutant }: PlanOptions = {},
): Promise<PlannedRun> {
  const faults = new PlannedFaults(plan, { twoWorkers });
  const { violations, answered, handed } = await runScenario({ scenario, faults, mutant });
  return { plan, violations, answered, handed, calls: faults.calls };
}

/** A read has no effect, so there a crash before and after it are the same. */
function crashesAt({ isWrite }: Call): CallFault[] {
  return isWrite ? [{ kind: 'crash_before' }, { kind: 'crash_after' }] : [{ kind: 'crash_before' }];
}

/** A scenario with a crash at every call of every process. */
export async function* everyCrashOf(scenario: Scenario, mutant?: Mutant): AsyncGenerator<PlannedRun> {
  const calm = await runPlan(new Map(), { scenario, mutant });
  yield calm;
  for (const [index, call] of calm.calls.entries()) {
    for (const crash of crashesAt(call)) yield runPlan(new Map([[index, crash]]), { scenario, mutant });
  }
}

/** The plain scenario with a crash at every call of every process, and after each of these with a second one. */
export async function* everyCrash(): AsyncGenerator<EnumeratedRun> {
  for await (const single of everyCrashOf(PlainScenario)) {
    yield single;
    const [first] = single.plan.keys();
    if (first === undefined) continue;
    for (const [second, later] of single.calls.entries()) {
      if (second <= first) continue;
      for (const another of crashesAt(later)) yield runPlan(new Map([...single.plan, [second, another]]));
    }
  }
}

/** Within the lease, and long enough for the other worker to do everything that it can. */
const ShortPause: CallFault = { kind: 'pause', milliseconds: 5_000 };
const LongPause: CallFault = { kind: 'pause', milliseconds: 12_000 };

/** Two workers get the same message at once: each stands still at every call, and then the other pauses or crashes. */
export async function* everyInterleaving(): AsyncGenerator<EnumeratedRun> {
  const twoWorkers = true;
  const calm = await runPlan(new Map(), { twoWorkers });
  yield calm;
  for (const [first, call] of calm.calls.entries()) {
    if (call.process.kind !== 'replies') continue;
    const paused = await runPlan(new Map([[first, ShortPause]]), { twoWorkers });
    yield paused;
    for (const [second, later] of paused.calls.entries()) {
      if (second <= first || later.process.kind !== 'replies') continue;
      for (const fault of [LongPause, ...crashesAt(later)])
        yield runPlan(new Map([...paused.plan, [second, fault]]), { twoWorkers });
    }
  }
}

/** What people and the platform can do while a worker is at its work, one second after the other. */
const Interferences: readonly (readonly DistributiveOmit<Happening, 'at'>[])[] = [
  [{ kind: 'person_replies', comment: 0 }],
  [{ kind: 'person_closes', comment: 0 }],
  [{ kind: 'edited', comment: 0, isReported: true, text: 'Your espresso is wonderful!' }],
  [{ kind: 'edited', comment: 0, isReported: false, text: 'Your espresso is wonderful!' }],
  [{ kind: 'deleted', comment: 0, isReported: true }],
  [{ kind: 'hidden', comment: 0 }],
  [{ kind: 'owner_answers', comment: 0, isReported: true }],
  [{ kind: 'reply_deleted', comment: 0, isReported: true }],
  [{ kind: 'rule_undone' }],
  [{ kind: 'paused' }, { kind: 'released' }, { kind: 'resumed' }],
  [{ kind: 'paused' }, { kind: 'dropped' }, { kind: 'resumed' }],
  [{ kind: 'dry_run' }],
  [{ kind: 'rule_edited' }],
  [{ kind: 'rule_disabled' }],
  [{ kind: 'disconnected' }],
  [{ kind: 'automation_off' }],
  [{ kind: 'blocklisted' }],
];

/** The worker stands still at every call while somebody interferes; whoever interferes first dies at every call of theirs. */
export async function* everyInterference(): AsyncGenerator<EnumeratedRun> {
  const [rule] = PlainScenario.rules;
  const dueAt = addSeconds(PlainScenario.start, rule?.delaySeconds ?? 0);
  const calm = await runPlan(new Map());
  for (const interference of Interferences) {
    const happenings = interference.map((what, order) => ({ ...what, at: addSeconds(dueAt, 2 + order) }));
    const scenario = { ...PlainScenario, happenings };
    for (const [index, call] of calm.calls.entries()) {
      if (call.process.kind !== 'replies') continue;
      const met = await runPlan(new Map([[index, LongPause]]), { scenario });
      yield met;
      for (const [later, other] of met.calls.entries()) {
        if (other.process.kind !== 'person' && other.process.kind !== 'jobs') continue;
        for (const crash of crashesAt(other))
          yield runPlan(new Map([...met.plan, [later, crash]]), { scenario });
      }
    }
  }
}
