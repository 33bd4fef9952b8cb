import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionDefinition } from './definition.ts';
import type { FunctionLog } from './log.ts';
import type { FunctionFailure } from './messages.ts';
import { type Job, WorkerProcess } from './worker-process.ts';

/** A worker that nobody needed for this long is ended; the next call starts a new one. */
const IdleMilliseconds = 5 * 60_000;

/**
 * As on Lambda, a process works on one event at a time, and two processes at most share the machine's cores. A
 * function that streams answers waits rather than works, so one process of 70 MB serves all of its streams.
 */
const ordinary = { workers: 2, jobsPerWorker: 1 };
const streaming = { workers: 1, jobsPerWorker: 100 };

/** Lambda's limit on what a handler returns; a streamed answer has none here. */
const MaximumResultBytes = 6 * 1024 * 1024;

/** What runs when the stack is stopped may end by itself this long; a queue brings back what did not. */
const GraceMilliseconds = 3000;

/** A function threw, timed out, died or could not be loaded. */
export class FunctionError extends Error {
  readonly failure: FunctionFailure;

  constructor(functionName: string, failure: FunctionFailure) {
    super(`${functionName}: ${failure.errorMessage}`);
    this.name = 'FunctionError';
    this.failure = failure;
  }
}

export interface LocalFunction {
  definition: FunctionDefinition;
  /** Answers what the handler returned, after a trip through JSON. */
  invoke(event: unknown): Promise<unknown>;
  /** Ends when the handler's response stream does. Aborting tells the handler that its client is gone. */
  stream(event: unknown, onBytes: (bytes: Uint8Array) => void, gone: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

interface FunctionOptions {
  environment: Record<string, string>;
  streams: boolean;
  openLog(): FunctionLog;
  onChild(processId: number): void;
}

export function createFunction(definition: FunctionDefinition, options: FunctionOptions): LocalFunction {
  const limits = options.streams ? streaming : ordinary;
  const waiting: Job[] = [];
  let workers: WorkerProcess[] = [];
  let log: FunctionLog | undefined;
  const active = new Set<Promise<string>>();
  let closed = false;

  function freeWorker(): WorkerProcess | undefined {
    const usable = workers.filter((worker) => !worker.retired);
    const free = usable.find((worker) => worker.load < limits.jobsPerWorker);
    if (free || usable.length >= limits.workers) return free;
    log ??= options.openLog();
    const { onChild } = options;
    const worker = new WorkerProcess(definition, options.environment, { log, onChild, onRoom: dispatch });
    workers.push(worker);
    return worker;
  }

  function dispatch(): void {
    workers = workers.filter((worker) => !worker.retired || worker.load > 0);
    while (!closed && waiting.length > 0) {
      const worker = freeWorker();
      const job = worker && waiting.shift();
      if (!job) return;
      worker.take(job);
    }
  }

  function submit(event: unknown, onBytes?: Job['onBytes'], gone?: AbortSignal): Promise<string> {
    const id = randomUUID();
    gone?.addEventListener('abort', () => {
      for (const worker of workers) worker.disconnect(id);
    });
    const answer = new Promise<string>((resolve, reject) => {
      const refuse = (failure: FunctionFailure) => reject(new FunctionError(definition.name, failure));
      if (closed)
        return refuse({ errorType: 'Closed', errorMessage: 'the local cloud is stopping', trace: [] });
      waiting.push({ id, eventJson: JSON.stringify(event), onBytes, resolve, reject: refuse });
      dispatch();
    });
    active.add(answer);
    const forget = () => active.delete(answer);
    answer.then(forget, forget);
    return answer;
  }

  const idleTimer = setInterval(() => {
    const since = Date.now() - IdleMilliseconds;
    for (const worker of workers) if (worker.load === 0 && worker.idleSince < since) void worker.end();
  }, IdleMilliseconds / 5).unref();

  return {
    definition,
    async invoke(event) {
      const resultJson = await submit(event);
      if (Buffer.byteLength(resultJson) > MaximumResultBytes) {
        const errorMessage = `Response payload size exceeded maximum allowed payload size (${MaximumResultBytes} bytes).`;
        throw new FunctionError(definition.name, {
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage,
          trace: [],
        });
      }
      return JSON.parse(resultJson);
    },
    stream: async (event, onBytes, gone) => {
      await submit(event, onBytes, gone);
    },
    async close() {
      closed = true;
      clearInterval(idleTimer);
      if (!options.streams)
        await Promise.race([Promise.allSettled(active), pause(GraceMilliseconds, undefined, { ref: false })]);
      await Promise.all(workers.map((worker) => worker.end()));
      await log?.close();
    },
  };
}
