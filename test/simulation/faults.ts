import type { Call, CallFault, Faults } from './process.ts';
import { Random } from './random.ts';

const None: CallFault = { kind: 'none' };

/** Every fault by chance, from a seed; some runs are calm, some are stormy. */
export class RandomFaults implements Faults {
  readonly random: Random;
  readonly severity: number;

  constructor(random: Random) {
    this.random = random;
    this.severity = random.pick([0, 0.3, 1, 1, 1.5]);
  }

  at({ label, isWrite }: Call): CallFault {
    const { random, severity } = this;
    if (!random.chance(0.045 * severity)) return None;
    const choice = random.next();
    if (choice < 0.2) return { kind: 'crash_before' };
    if (choice < 0.45) return { kind: 'crash_after' };
    if (choice < 0.65) return { kind: 'pause', milliseconds: random.between(100, 15_000) };
    // The adapter of the platform turns every failed call into an outcome.
    if (label.startsWith('post')) return None;
    if (choice < 0.75 || !isWrite) return { kind: 'refused' };
    if (choice < 0.84) return { kind: 'answer_lost' };
    return choice < 0.92 ? { kind: 'repeated' } : { kind: 'conflict' };
  }

  deliversTwice(): boolean {
    return this.random.chance(0.03 * this.severity);
  }

  latency({ milliseconds }: Call): number {
    if (milliseconds !== undefined) return milliseconds;
    const { random } = this;
    return random.chance(0.02 * this.severity) ? random.between(300, 3_000) : random.between(2, 40);
  }
}

/** Goes wrong at chosen calls only, counted over all processes; everything else is calm and even. */
export class PlannedFaults implements Faults {
  readonly random = new Random(1);
  readonly severity = 0;
  readonly #plan: ReadonlyMap<number, CallFault>;
  /** The calls so far, in their order. */
  readonly calls: Call[] = [];

  readonly #twoWorkers: boolean;

  constructor(plan: ReadonlyMap<number, CallFault> = new Map(), { twoWorkers = false } = {}) {
    this.#plan = plan;
    this.#twoWorkers = twoWorkers;
  }

  deliversTwice(queue: 'intake' | 'replies'): boolean {
    return this.#twoWorkers && queue === 'replies';
  }

  at(call: Call): CallFault {
    const fault = this.#plan.get(this.calls.length);
    this.calls.push(call);
    return fault ?? None;
  }

  latency({ milliseconds }: Call): number {
    return milliseconds ?? 10;
  }
}
