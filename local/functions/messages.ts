/** What the runner and a worker process say to each other. Events and answers travel as JSON, as on Lambda. */

export interface WorkerStart {
  /** Path of the module that holds the handler, without its extension. */
  modulePath: string;
  exportName: string;
  functionName: string;
  functionArn: string;
  memoryMegabytes: number;
}

export type ToWorker =
  | { kind: 'invoke'; id: string; eventJson: string; deadline: number }
  | { kind: 'disconnect'; id: string };

export interface FunctionFailure {
  errorType: string;
  errorMessage: string;
  trace: string[];
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'unloadable'; failure: FunctionFailure }
  | { kind: 'result'; id: string; resultJson: string }
  | { kind: 'failure'; id: string; failure: FunctionFailure }
  | { kind: 'chunk'; id: string; bytes: Uint8Array }
  | { kind: 'end'; id: string };
