import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';

export type ProcessKind = 'intake' | 'replies' | 'dead-letters' | 'timer' | 'person' | 'jobs';

/** One invocation of a function, or one request of a person. */
export interface Process {
  name: string;
  kind: ProcessKind;
  /** Null for the timer, which works for everybody. */
  organizationId: string | null;
  isAlive: boolean;
  startedAt: number;
  /** When it first changed an interaction: from here on what it reads is fresh. */
  claimedAt: number | null;
  leaseToken: string | null;
}

/** What goes wrong at one call of a process to the outside. */
export type CallFault =
  | { kind: 'none' }
  /** The process dies before the call leaves it. */
  | { kind: 'crash_before' }
  /** The call has its effect, and the process dies before it hears of it. */
  | { kind: 'crash_after' }
  /** The machine stands still for a while. */
  | { kind: 'pause'; milliseconds: number }
  /** The callee is busy and has done nothing. */
  | { kind: 'refused' }
  /** The call has its effect, but its answer gets lost. */
  | { kind: 'answer_lost' }
  /** The client repeats a write that had its effect: the repetition fails on its condition. */
  | { kind: 'repeated' }
  /** Another transaction is in the way. */
  | { kind: 'conflict' };

export interface Call {
  /** How long it takes; left to the faults where nothing is said. */
  milliseconds?: number;
  process: Process;
  label: string;
  isWrite: boolean;
}

/** Decides what goes wrong in a run; everything it decides must follow from its seed or plan. */
export interface Faults {
  at(call: Call): CallFault;
  /** How long a call takes, in milliseconds. */
  latency(call: Call): number;
  /** Whether a message reaches two workers at once. */
  deliversTwice(queue: 'intake' | 'replies'): boolean;
  readonly random: Random;
  /** How often each fault of the queue and the platform happens; 0 switches all of them off. */
  readonly severity: number;
}

export class CallFailed extends Error {}

type Ending = (error: unknown) => void;

interface Sent<T> {
  effect: () => T;
  /** The answer when the client repeats a write that had its effect. */
  repeated?: T;
  /** The answer when another transaction is in the way. */
  conflict?: T;
  resolve: (answer: T) => void;
  reject: (error: unknown) => void;
}

/** Runs processes, and stands between them and everything outside of them: here they wait, fail and die. */
export class Processes {
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #trace: (line: string) => void;
  #started = 0;

  constructor(scheduler: Scheduler, faults: Faults, trace: (line: string) => void) {
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.#trace = trace;
  }

  /** `ended` hears of the end, with the error if there was one; a process that dies never ends. */
  start(
    options: { kind: ProcessKind; organizationId: string | null; lifetimeSeconds: number },
    work: (process: Process) => Promise<unknown>,
    ended: Ending = () => undefined,
  ): void {
    this.#started += 1;
    const { kind, organizationId, lifetimeSeconds } = options;
    const process: Process = {
      name: `${kind} ${this.#started}`,
      kind,
      organizationId,
      isAlive: true,
      startedAt: this.#scheduler.milliseconds,
      claimedAt: null,
      leaseToken: null,
    };
    this.#scheduler.after(lifetimeSeconds * 1_000, () => this.kill(process, 'reached its time-out'));
    work(process).then(
      (result) => this.#end(process, `ended: ${JSON.stringify(result) ?? 'done'}`, () => ended(undefined)),
      (error: unknown) => this.#end(process, `failed: ${String(error)}`, () => ended(error)),
    );
  }

  kill(process: Process, why: string): void {
    if (!process.isAlive) return;
    process.isAlive = false;
    this.#trace(`${process.name} ${why}`);
  }

  /** One call to the outside. What is on its way when the process dies still has its effect. */
  call<T>(call: Call, effect: () => T, answerOf: Pick<Sent<T>, 'repeated' | 'conflict'> = {}): Promise<T> {
    const { process, label } = call;
    return new Promise<T>((resolve, reject) => {
      const fault = this.#faults.at(call);
      if (fault.kind === 'crash_before') return this.kill(process, `crashed before ${label}`);
      const send = () => this.#send(call, fault, { effect, ...answerOf, resolve, reject });
      if (fault.kind !== 'pause') return send();
      this.#trace(`${process.name} pauses before ${label}`);
      this.#scheduler.after(fault.milliseconds, () => process.isAlive && send());
    });
  }

  #send<T>(call: Call, fault: CallFault, sent: Sent<T>): void {
    const { process, label, isWrite } = call;
    const { effect, resolve, reject } = sent;
    this.#scheduler.after(this.#faults.latency(call), () => {
      if (!process.isAlive && !isWrite) return;
      if (fault.kind === 'refused') {
        this.#trace(`${process.name} ${label} refused`);
        return reject(new CallFailed(`${label} was refused`));
      }
      if (fault.kind === 'conflict' && sent.conflict !== undefined) return resolve(sent.conflict);
      const answer = effect();
      this.#trace(`${process.name} ${label}${fault.kind === 'none' ? '' : `: ${fault.kind}`}`);
      if (fault.kind === 'crash_after') return this.kill(process, `crashed after ${label}`);
      if (!process.isAlive) return;
      if (fault.kind === 'answer_lost') return reject(new CallFailed(`${label} did not answer`));
      resolve(fault.kind === 'repeated' && sent.repeated !== undefined ? sent.repeated : answer);
    });
  }

  #end(process: Process, how: string, ended: () => void): void {
    if (!process.isAlive) return;
    process.isAlive = false;
    this.#trace(`${process.name} ${how}`);
    ended();
  }
}
