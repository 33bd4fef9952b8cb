import type { TenantContext } from './tenant-context.ts';
import type { Instant } from './time.ts';

/** The answer that a creating call gave the first time. */
export interface RememberedAnswer {
  status: number;
  body: string;
}

export type IdempotencyStart =
  | { kind: 'first' }
  /** The same key and the same request have been answered. */
  | { kind: 'answered'; answer: RememberedAnswer }
  /** The same key and the same request are being worked on right now. */
  | { kind: 'running' }
  /** The key was used for another request. */
  | { kind: 'reused' };

/** Remembers for 24 hours what a creating call answered, so that its repetition creates nothing (ST-03). */
export interface IdempotencyStore {
  start(context: TenantContext, key: string, requestDigest: string, now: Instant): Promise<IdempotencyStart>;
  finish(context: TenantContext, key: string, answer: RememberedAnswer): Promise<void>;
  /** The call failed and may be made again with the same key. */
  abandon(context: TenantContext, key: string): Promise<void>;
}
