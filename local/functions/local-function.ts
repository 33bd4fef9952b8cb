import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionDefinition } from './definition.ts';
import type { FunctionLog } from './log.ts';
import type { FunctionFailure } from './messages.ts';
import { type Job, WorkerProcess } from './worker-process.ts';

/** A worker that nobody needed for this long is ended; the next call starts a new one. */
const IdleMilliseconds = 5 * 60_000;

/** What runs when the stack is stopped may end by itself this long; a queue brings back what did not. */
const GraceMilliseconds = 3000;

/**
 * As on Lambda, a process works on one event at a time, and two processes at most share the machine's cores. A
 * function that streams answers waits rather than works, so one process of 100 MB serves all of its streams.
 */
const ordinary = { workers: 2, jobsPerWorker: 1 };
const streaming = { workers: 1, jobsPerWorker: 100 };

/** Lambda's limit on what a handler returns; a streamed answer has none here. */
const MaximumResultBytes = 6 * 1024 * 1024;

/** A function threw, timed out, died or could not be loaded. */
export class FunctionError extends Error {
  readonly failure: FunctionFailure;

  constructor(functionName: string, failure: FunctionFailure) {
    super(`${functionName}: ${failure.errorMessage}`);
    this.name = 'FunctionError';
    this.failure = failure;
  }
}

interface FunctionOptions {
  environment: Record<string, string>;
  streams: boolean;
  openLog(): FunctionLog;
  onChild(processId: number): void;
}

/** A function of the stack with the processes that run it, started when they are needed. */
export class LocalFunction {
  readonly definition: FunctionDefinition;
  readonly #options: FunctionOptions;
  readonly #limits: typeof ordinary;
  readonly #idleTimer: NodeJS.Timeout;
  readonly #waiting: Job[] = [];
  readonly #active = new Set<Promise<string>>();
  #workers: WorkerProcess[] = [];
  #log: FunctionLog | undefined;
  #closed = false;

  constructor(definition: FunctionDefinition, options: FunctionOptions) {
    this.definition = definition;
    this.#options = options;
    this.#limits = options.streams ? streaming : ordinary;
    this.#idleTimer = setInterval(() => this.#endIdleWorkers(), IdleMilliseconds / 5).unref();
  }

  /** Answers what the handler returned, after a trip through JSON. */
  async invoke(event: unknown): Promise<unknown> {
    const resultJson = await this.#submit(event);
    if (Buffer.byteLength(resultJson) <= MaximumResultBytes) return JSON.parse(resultJson);
    throw this.#error(
      'Function.ResponseSizeTooLarge',
      `Response payload size exceeded maximum allowed payload size (${MaximumResultBytes} bytes).`,
    );
  }

  /** Ends when the handler's response stream does. Aborting tells the handler that its client is gone. */
  async stream(event: unknown, onBytes: (bytes: Uint8Array) => void, gone: AbortSignal): Promise<void> {
    await this.#submit(event, onBytes, gone);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#idleTimer);
    if (!this.#options.streams) {
      await Promise.race([
        Promise.allSettled(this.#active),
        pause(GraceMilliseconds, undefined, { ref: false }),
      ]);
    }
    await Promise.all(this.#workers.map((worker) => worker.end()));
    await this.#log?.close();
  }

  #submit(event: unknown, onBytes?: Job['onBytes'], gone?: AbortSignal): Promise<string> {
    const id = randomUUID();
    gone?.addEventListener('abort', () => {
      for (const worker of this.#workers) worker.disconnect(id);
    });
    const answer = new Promise<string>((resolve, reject) => {
      if (this.#closed) throw this.#error('Closed', 'the local cloud is stopping');
      const refuse = (failure: FunctionFailure) => reject(new FunctionError(this.definition.name, failure));
      this.#waiting.push({ id, eventJson: JSON.stringify(event), onBytes, resolve, reject: refuse });
      this.#dispatch();
    });
    this.#active.add(answer);
    const forget = () => this.#active.delete(answer);
    answer.then(forget, forget);
    return answer;
  }

  #dispatch(): void {
    this.#workers = this.#workers.filter((worker) => !worker.retired || worker.load > 0);
    while (!this.#closed && this.#waiting.length > 0) {
      const worker = this.#freeWorker();
      const job = worker && this.#waiting.shift();
      if (!job) return;
      worker.take(job);
    }
  }

  #freeWorker(): WorkerProcess | undefined {
    const usable = this.#workers.filter((worker) => !worker.retired);
    const free = usable.find((worker) => worker.load < this.#limits.jobsPerWorker);
    if (free || usable.length >= this.#limits.workers) return free;
    const { environment, openLog, onChild } = this.#options;
    this.#log ??= openLog();
    const hooks = { log: this.#log, onChild, onRoom: () => this.#dispatch() };
    const worker = new WorkerProcess(this.definition, environment, hooks);
    this.#workers.push(worker);
    return worker;
  }

  #endIdleWorkers(): void {
    const since = Date.now() - IdleMilliseconds;
    for (const worker of this.#workers) {
      if (worker.load === 0 && worker.idleSince < since) void worker.end();
    }
  }

  #error(errorType: string, errorMessage: string): FunctionError {
    return new FunctionError(this.definition.name, { errorType, errorMessage, trace: [] });
  }
}
