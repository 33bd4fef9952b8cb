import * as z from 'zod';
import type { Collection, WorldStore } from '../world-store.ts';

/** What arrived at the customer's receiver, and what it answered. */
const Received = z.object({
  at: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  answered: z.int(),
});
type Received = z.infer<typeof Received>;

/** How a path of the receiver answers until its times are used up; without any it answers 200. */
export const ScriptedAnswer = z.strictObject({
  path: z.string().startsWith('/'),
  status: z.int().min(100).max(599),
  retryAfter: z.string().optional(),
  body: z.string().default(''),
  delayMilliseconds: z.int().min(0).default(0),
  /** Null: until another script replaces this one. */
  times: z.int().min(1).nullable().default(null),
});
export type ScriptedAnswer = z.infer<typeof ScriptedAnswer>;

export interface HooksState {
  received: Collection<Received>;
  answers: Collection<ScriptedAnswer>;
}

export function openHooksState(store: WorldStore): HooksState {
  return {
    received: store.collection('hooks.received', Received),
    answers: store.collection('hooks.answers', ScriptedAnswer),
  };
}
