import { randomBytes } from 'node:crypto';
import { type NewId, timeOrderedId } from '../../shared/core/kernel/ids.ts';
import {
  addMilliseconds,
  type Clock,
  epochMilliseconds,
  type Instant,
} from '../../shared/core/kernel/time.ts';

export interface FixedClock extends Clock {
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): Instant;
  set(instant: Instant): void;
}

/** A clock that stands still until a test moves it. */
export function fixedClock(start: Instant = '2026-11-20T12:00:00.000Z'): FixedClock {
  let current = start;
  return {
    now: () => current,
    advance: ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      current = addMilliseconds(current, (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000);
      return current;
    },
    set: (instant) => {
      current = instant;
    },
  };
}

/** Ids that count upward, so that whole results can be compared. */
export function sequentialIds(): NewId {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}_${String(last).padStart(4, '0')}`;
  };
}

/** Ids as they are made in production, for tests that need them unique across processes. */
export function randomIds(clock: Clock): NewId {
  return (prefix) => timeOrderedId(prefix, epochMilliseconds(clock.now()), randomBytes(10));
}
