import { randomBytes } from 'node:crypto';
import { type NewId, timeOrderedId } from '../../core/kernel/ids.ts';
import type { Clock } from '../../core/kernel/time.ts';

/** The machine's clock. */
export const clock: Clock = { now: () => new Date().toISOString() };

export const newId: NewId = (prefix) => timeOrderedId(prefix, Date.now(), randomBytes(10));

/** 256 random bits, for tokens and states that must not be guessed. */
export const randomSecret = (): string => randomBytes(32).toString('base64url');
