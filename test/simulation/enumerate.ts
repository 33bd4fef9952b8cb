import { PlannedFaults } from './faults.ts';
import type { Violation } from './ledger.ts';
import type { Call, CallFault } from './process.ts';
import { runScenario } from './run-scenario.ts';
import { PlainScenario } from './scenario.ts';

type Plan = ReadonlyMap<number, CallFault>;

export interface EnumeratedRun {
  plan: Plan;
  violations: Violation[];
  /** How often the one comment was answered. */
  answered: number;
}

type PlannedRun = EnumeratedRun & { calls: readonly Call[] };

async function runPlan(plan: Plan, options: { twoWorkers?: boolean } = {}): Promise<PlannedRun> {
  const faults = new PlannedFaults(plan, options);
  const { violations, answered } = await runScenario({ scenario: PlainScenario, faults });
  return { plan, violations, answered, calls: faults.calls };
}

/** A read has no effect, so there a crash before and after it are the same. */
function crashesAt({ isWrite }: Call): CallFault[] {
  return isWrite ? [{ kind: 'crash_before' }, { kind: 'crash_after' }] : [{ kind: 'crash_before' }];
}

/** The plain scenario with a crash at every call of every process, and after each of these with a second one. */
export async function* everyCrash(): AsyncGenerator<EnumeratedRun> {
  const calm = await runPlan(new Map());
  yield calm;
  for (const [first, call] of calm.calls.entries()) {
    for (const crash of crashesAt(call)) {
      const single = await runPlan(new Map([[first, crash]]));
      yield single;
      for (const [second, later] of single.calls.entries()) {
        if (second <= first) continue;
        for (const another of crashesAt(later)) yield runPlan(new Map([...single.plan, [second, another]]));
      }
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
