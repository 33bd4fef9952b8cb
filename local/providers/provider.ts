import type { IncomingHttpHeaders } from 'node:http';
import type { WorldStore } from './world-store.ts';

/** A request to a host of the simulated outside world, as that host itself would see it. */
export interface WorldRequest {
  method: string;
  host: string;
  /** Path on that host, beginning with a slash. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface WorldResponse {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** A slow host: the answer leaves after this time. */
  delayMilliseconds?: number;
  /** A lost answer: the connection is cut although the host has done its work. */
  cutConnection?: true;
}

/** What every provider of the simulated world is given. */
export interface WorldContext {
  store: WorldStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** Where browsers reach the simulated world, e.g. `http://127.0.0.1:4400/_world`. */
  worldUrl: string;
  /** Where the stack receives webhooks, e.g. `http://127.0.0.1:4400/hooks`. */
  hooksUrl: string;
}

/** One company of the outside world: it answers for its hosts and can be directed by the control API. */
export interface Provider {
  /** The first segment of its control addresses: `/_sim/world/<name>/…`. */
  name: string;
  hosts(host: string): boolean;
  handle(request: WorldRequest): Promise<WorldResponse>;
  /** Answers `/_sim/world/<name><path>`; the path begins with a slash. */
  control(request: WorldRequest): Promise<WorldResponse>;
  /** Ends what runs in the background. */
  close?(): Promise<void>;
}
