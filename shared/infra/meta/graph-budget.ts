import { ProviderError } from '../../core/accounts/provider-error.ts';
import { sha256 } from '../../core/kernel/digest.ts';
import {
  addSeconds,
  type Clock,
  epochMilliseconds,
  type Instant,
  MillisecondsPerHour,
  MillisecondsPerMinute,
  millisecondsBetween,
} from '../../core/kernel/time.ts';
import type { Usage } from './usage.ts';

/** Of one account: Graph's own figures as long as they are fresh, and our count of calls until there are any. */
export interface SpentCalls {
  /** The hour that `calls` belongs to, as `2026-11-20T15`. */
  hour: string;
  calls: number;
  /** When Graph last told its own figures. */
  toldAt: Instant | null;
  /** Nothing may be asked before. */
  blockedUntil: Instant | null;
}

/** What all functions know together of the budgets that Graph gives (CM-06). */
export interface SpentCallsStore {
  find(key: string): Promise<SpentCalls | undefined>;
  /** Counts a call of an hour; false when the hour has had as many as the limit. */
  count(key: string, hour: string, limit: number): Promise<boolean>;
  noteUsage(key: string, note: { toldAt: Instant; blockedUntil: Instant | null }): Promise<void>;
}

export interface GraphBudget {
  /** @throws ProviderError `throttled`, before the request is sent. */
  admit(token: string): Promise<void>;
  noteUsage(token: string, usage: Usage): Promise<void>;
  /** Graph refused a call: nobody asks again before. */
  noteThrottle(token: string, retryAfterSeconds: number | undefined): Promise<void>;
}

/** Unknown accounts may be small ones: this many calls until Graph has told what it gives (CM-06). */
const CallsPerHour = 200;

/** Throttled is who reaches 100. */
const LastPercent = 95;

/** Graph tells the share of a rolling window; what it frees comes back bit by bit. */
const RestSeconds = 10 * 60;

/** What Graph told counts as fresh for as long, and is not stored again before a part of that is over. */
const FreshMilliseconds = MillisecondsPerHour;
const NotedAgainMilliseconds = 10 * MillisecondsPerMinute;

/** Other functions' news are seen after this at the latest. */
const RememberedMilliseconds = 5_000;

/** Keeps every function from asking what another has learned not to ask; an account is known by its token's digest. */
export function graphBudget(store: SpentCallsStore, clock: Clock): GraphBudget {
  const remembered = new Map<string, { spent: SpentCalls | undefined; readAt: Instant }>();

  async function spentOf(key: string, now: Instant): Promise<SpentCalls | undefined> {
    const known = remembered.get(key);
    if (known && millisecondsBetween(known.readAt, now) < RememberedMilliseconds) return known.spent;
    for (const [one, { readAt }] of remembered) {
      if (millisecondsBetween(readAt, now) >= RememberedMilliseconds) remembered.delete(one);
    }
    const spent = await store.find(key);
    remembered.set(key, { spent, readAt: now });
    return spent;
  }

  async function note(key: string, blockedUntil: Instant | null): Promise<void> {
    const now = clock.now();
    const spent = (await spentOf(key, now)) ?? { hour: '', calls: 0, toldAt: null, blockedUntil: null };
    await store.noteUsage(key, { toldAt: now, blockedUntil });
    remembered.set(key, { spent: { ...spent, toldAt: now, blockedUntil }, readAt: now });
  }

  return {
    admit: async (token) => {
      const now = clock.now();
      const key = keyOf(token);
      const spent = await spentOf(key, now);
      if (spent?.blockedUntil && spent.blockedUntil > now) throw throttled(now, spent.blockedUntil);
      if (isFresh(spent?.toldAt ?? null, now, FreshMilliseconds)) return;
      const hour = now.slice(0, 'YYYY-MM-DDTHH'.length);
      if (!(await store.count(key, hour, CallsPerHour))) throw throttled(now, endOfHour(now));
    },

    noteUsage: async (token, { percent, minutesToRegainAccess }) => {
      const now = clock.now();
      const key = keyOf(token);
      const isSpent = percent >= LastPercent || minutesToRegainAccess > 0;
      const { toldAt = null } = (await spentOf(key, now)) ?? {};
      if (!isSpent && isFresh(toldAt, now, NotedAgainMilliseconds)) return;
      const seconds = minutesToRegainAccess > 0 ? minutesToRegainAccess * 60 : RestSeconds;
      await note(key, isSpent ? addSeconds(now, seconds) : null);
    },

    noteThrottle: async (token, retryAfterSeconds) => {
      const seconds = retryAfterSeconds ?? MillisecondsPerHour / 1_000;
      await note(keyOf(token), addSeconds(clock.now(), seconds));
    },
  };
}

function keyOf(token: string): string {
  return sha256(token);
}

function isFresh(at: Instant | null, now: Instant, milliseconds: number): boolean {
  return at !== null && millisecondsBetween(at, now) < milliseconds;
}

function endOfHour(now: Instant): Instant {
  const passed = epochMilliseconds(now) % MillisecondsPerHour;
  return addSeconds(now, Math.ceil((MillisecondsPerHour - passed) / 1_000));
}

function throttled(now: Instant, until: Instant): ProviderError {
  return new ProviderError('throttled', 'What Facebook gives this account for now is spent.', {
    retryAfterSeconds: Math.ceil(millisecondsBetween(now, until) / 1_000),
  });
}
