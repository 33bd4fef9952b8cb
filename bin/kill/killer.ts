import { callerOf } from './caller.ts';
import type { Moment, PassingCall } from './intercepting-proxy.ts';
import { type Follower, type KillPoint, pointOf, stepsOf, takes } from './points.ts';

/** Kills the process that makes a call, at the points that were planned for what the call is about. */
export class Killer {
  /** The next points of each interaction, under its own id and its platform's, which share one list; and those of each follower. */
  readonly #plans = new Map<string, KillPoint[]>();
  readonly #dead = new WeakSet<object>();
  readonly counts = new Map<KillPoint, number>();

  get kills(): number {
    return this.counts.values().reduce((sum, count) => sum + count, 0);
  }

  /** Plans the points of one interaction, each to be reached after the crash at the one before. */
  plan(names: readonly string[], points: readonly KillPoint[]): void {
    const left = [...points];
    for (const name of names) this.#plans.set(name, left);
  }

  /** Plans one more death of a function that follows the table's stream. */
  planFollower(follower: Follower, moment: 'before' | 'after'): void {
    const planned = this.#plans.get(follower) ?? [];
    this.#plans.set(follower, [...planned, `${moment}-${follower}`]);
  }

  /** True when the caller is dead by now. */
  readonly watch = (call: PassingCall, moment: Moment): boolean => {
    if (this.#dead.has(call.socket)) return true;
    for (const { step, subject } of stepsOf(call)) {
      const point = pointOf(step, moment);
      const plan = this.#plans.get(subject);
      if (!point || plan?.[0] !== point) continue;
      const caller = callerOf(call.socket);
      if (!caller || !takes(step, caller.functionName)) continue;
      plan.shift();
      process.kill(caller.processId, 'SIGKILL');
      this.#dead.add(call.socket);
      this.counts.set(point, (this.counts.get(point) ?? 0) + 1);
      return true;
    }
    return false;
  };
}
