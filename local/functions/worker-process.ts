import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FunctionDefinition } from './definition.ts';
import type { FunctionLog } from './log.ts';
import type { FromWorker, FunctionFailure, ToWorker, WorkerStart } from './messages.ts';

/** Lambda gives a function ten seconds to load; two shared cores deserve more. */
const LoadSeconds = 30;

export interface Job {
  id: string;
  eventJson: string;
  onBytes: ((bytes: Uint8Array) => void) | undefined;
  resolve(resultJson: string): void;
  reject(failure: FunctionFailure): void;
}

interface Running {
  job: Job;
  timer?: NodeJS.Timeout;
}

export interface WorkerHooks {
  log: FunctionLog;
  onChild(processId: number): void;
  /** An invocation ended, or the process did: there may be room for the next one. */
  onRoom(): void;
}

const workerModule = fileURLToPath(new URL('../worker.ts', import.meta.url));

/** One process of a function, with the invocations that it is busy with. */
export class WorkerProcess {
  retired = false;
  idleSince = Date.now();
  #ready = false;
  readonly #running = new Map<string, Running>();
  readonly #child: ChildProcess;
  readonly #definition: FunctionDefinition;
  readonly #hooks: WorkerHooks;
  readonly #loadTimer: NodeJS.Timeout;
  readonly #exited: Promise<void>;

  constructor(definition: FunctionDefinition, environment: Record<string, string>, hooks: WorkerHooks) {
    this.#definition = definition;
    this.#hooks = hooks;
    this.#child = forkWorker(definition, environment);
    if (this.#child.pid) hooks.onChild(this.#child.pid);
    if (this.#child.stdout) hooks.log.follow(this.#child.stdout, 'stdout');
    if (this.#child.stderr) hooks.log.follow(this.#child.stderr, 'stderr');
    this.#child.on('message', (message: FromWorker) => this.#receive(message));
    this.#child.on('error', (error) => hooks.log.write(`worker: ${error.message}`));
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => {
        this.#onExit(signal ?? `status ${code}`);
        resolve();
      });
    });
    this.#loadTimer = setTimeout(() => this.#child.kill('SIGKILL'), LoadSeconds * 1000);
  }

  get load(): number {
    return this.#running.size;
  }

  take(job: Job): void {
    this.#running.set(job.id, { job });
    if (this.#ready) this.#begin(job);
  }

  /** The client went away: the handler's response stream is destroyed. */
  disconnect(id: string): void {
    if (this.#running.has(id)) this.#tell({ kind: 'disconnect', id });
  }

  async end(): Promise<void> {
    this.retired = true;
    this.#child.kill('SIGKILL');
    await this.#exited;
  }

  #tell(message: ToWorker): void {
    if (this.#child.connected) this.#child.send(message);
  }

  #begin(job: Job): void {
    const { timeoutSeconds } = this.#definition;
    const deadline = Date.now() + timeoutSeconds * 1000;
    const timer = setTimeout(() => this.#onTimeout(job), timeoutSeconds * 1000);
    this.#running.set(job.id, { job, timer });
    this.#tell({ kind: 'invoke', id: job.id, eventJson: job.eventJson, deadline });
  }

  #receive(message: FromWorker): void {
    if (message.kind === 'ready') this.#onReady();
    else if (message.kind === 'unloadable') this.#onUnloadable(message.failure);
    else {
      const job = this.#running.get(message.id)?.job;
      if (job) this.#receiveFor(job, message);
    }
  }

  #receiveFor(job: Job, message: Exclude<FromWorker, { kind: 'ready' | 'unloadable' }>): void {
    if (message.kind === 'chunk') {
      job.onBytes?.(message.bytes);
      return;
    }
    this.#finish(job.id);
    if (message.kind === 'failure') {
      const { errorType, errorMessage, trace } = message.failure;
      this.#hooks.log.write(`${errorType}: ${errorMessage}\n${trace.join('\n')}`);
      job.reject(message.failure);
    } else job.resolve(message.kind === 'result' ? message.resultJson : 'null');
    this.#afterJob();
  }

  #onReady(): void {
    clearTimeout(this.#loadTimer);
    this.#ready = true;
    for (const { job } of this.#running.values()) this.#begin(job);
  }

  #onUnloadable(failure: FunctionFailure): void {
    this.#hooks.log.write(`cannot be loaded: ${failure.errorMessage}\n${failure.trace.join('\n')}`);
    this.#rejectAll(() => failure);
    void this.end();
  }

  /** Lambda ends the whole process; here other response streams share it, so it ends when they have ended. */
  #onTimeout(job: Job): void {
    const { timeoutSeconds } = this.#definition;
    const errorMessage = `${job.id} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
    this.#hooks.log.write(errorMessage);
    this.#finish(job.id);
    this.retired = true;
    job.reject({ errorType: 'Sandbox.Timedout', errorMessage, trace: [] });
    this.#afterJob();
  }

  #onExit(reason: string): void {
    clearTimeout(this.#loadTimer);
    this.retired = true;
    const died = (id: string) => `RequestId: ${id} Error: Runtime exited: ${reason}`;
    this.#rejectAll((id) => ({ errorType: 'Runtime.ExitError', errorMessage: died(id), trace: [] }));
    this.#hooks.onRoom();
  }

  #rejectAll(failure: (id: string) => FunctionFailure): void {
    for (const { job } of [...this.#running.values()]) {
      this.#finish(job.id);
      job.reject(failure(job.id));
    }
  }

  #finish(id: string): void {
    clearTimeout(this.#running.get(id)?.timer);
    this.#running.delete(id);
  }

  #afterJob(): void {
    this.idleSince = Date.now();
    if (this.retired && this.#running.size === 0) void this.end();
    this.#hooks.onRoom();
  }
}

function forkWorker(definition: FunctionDefinition, environment: Record<string, string>): ChildProcess {
  const { modulePath, exportName, name, arn, memoryMegabytes } = definition;
  const start: WorkerStart = {
    modulePath,
    exportName,
    functionName: name,
    functionArn: arn,
    memoryMegabytes,
  };
  return fork(workerModule, [JSON.stringify(start)], {
    env: environment,
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--enable-source-maps'],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}
