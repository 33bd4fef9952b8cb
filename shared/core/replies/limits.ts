import * as z from 'zod';
import type { RuleLimits } from '../automation/rule.ts';
import { sha256 } from '../kernel/digest.ts';
import { addMilliseconds, type Instant, MillisecondsPerHour, MillisecondsPerMinute } from '../kernel/time.ts';
import type { Reservation } from './pending-reply.ts';

/** A slot counts until an hour after its post can have landed; `author` marks whom the rule leaves alone meanwhile. */
const Slot = z.object({ interactionId: z.string(), until: z.string(), author: z.string().optional() });

/** What a rule has used of its limits (AR-10). */
export const RuleUsage = z.object({
  ruleId: z.string(),
  slots: z.array(Slot),
  /** UTC day of the count, `2026-11-20`. */
  day: z.string(),
  usedInDay: z.int(),
  version: z.int(),
});
export type RuleUsage = z.infer<typeof RuleUsage>;

/** A cooldown that ends no later than the slot of its reply needs no item of its own. */
export const LongestCooldownInSlots = 60;

/** Until when a rule leaves an author alone after a reply, where that is longer than a slot lasts. */
export const AuthorCooldown = z.object({ interactionId: z.string(), until: z.string(), version: z.int() });
export type AuthorCooldown = z.infer<typeof AuthorCooldown>;

/** `midnight`: the attempt could land on the next UTC day, so it waits for it. */
export type Limit = 'hourly' | 'daily' | 'cooldown' | 'midnight';

export interface SlotRequest {
  usage: RuleUsage;
  /** Stored for longer cooldowns only. */
  cooldown: AuthorCooldown | undefined;
  limits: RuleLimits;
  interactionId: string;
  /** Whom a cooldown concerns; null where the platform withholds the author. */
  authorKey: string | null;
  now: Instant;
  /** Until when the post may land: the end of the lease. */
  landsUntil: Instant;
}

export type SlotAnswer =
  | { kind: 'reserved'; usage: RuleUsage; cooldown: AuthorCooldown | undefined; reservation: Reservation }
  | { kind: 'wait'; limit: Limit; until: Instant };

export function utcDayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

export function nextUtcMidnight(instant: Instant): Instant {
  return `${utcDayOf(addMilliseconds(`${utcDayOf(instant)}T00:00:00.000Z`, 24 * MillisecondsPerHour))}T00:00:00.000Z`;
}

export function usedInDayOf(usage: RuleUsage | undefined, now: Instant): number {
  return usage && usage.day === utcDayOf(now) ? usage.usedInDay : 0;
}

/**
 * Takes a slot of the rolling hour, the UTC day and the author's cooldown, or says when one frees (AR-10).
 * Times are counted from the latest instant at which the post can land, so that the limits hold for what
 * the platform shows, too; for the same reason no attempt begins that could land on the other side of midnight.
 */
export function reserveSlot(request: SlotRequest): SlotAnswer {
  const { usage, limits, interactionId, now, landsUntil } = request;
  const day = utcDayOf(now);
  if (utcDayOf(landsUntil) !== day) return { kind: 'wait', limit: 'midnight', until: nextUtcMidnight(now) };
  const used = usedInDayOf(usage, now) + 1;
  if (used > limits.perDay) return { kind: 'wait', limit: 'daily', until: nextUtcMidnight(now) };
  const cooledAt = cooldownEnd(request);
  if (cooledAt !== undefined && cooledAt > now) return { kind: 'wait', limit: 'cooldown', until: cooledAt };
  const others = usage.slots.filter((slot) => slot.until > now && slot.interactionId !== interactionId);
  if (others.length >= limits.perHour) {
    return { kind: 'wait', limit: 'hourly', until: freesAt(others, limits.perHour) };
  }
  const until = addMilliseconds(landsUntil, MillisecondsPerHour);
  return {
    kind: 'reserved',
    reservation: { day, until },
    usage: {
      ...usage,
      slots: [...others, { interactionId, until, ...authorOf(request) }],
      day,
      usedInDay: used,
      version: usage.version + 1,
    },
    cooldown: nextCooldown(request),
  };
}

/** When enough slots have ended that one more fits. */
function freesAt(slots: RuleUsage['slots'], perHour: number): Instant {
  const ends = slots.map((slot) => slot.until).toSorted();
  return ends[ends.length - perHour] ?? ends[0] ?? '';
}

/** When the rule may answer the author of this interaction again after its replies to others of theirs. */
function cooldownEnd({
  usage,
  cooldown,
  limits,
  interactionId,
  authorKey,
}: SlotRequest): Instant | undefined {
  const ends = cooldown && cooldown.interactionId !== interactionId ? [cooldown.until] : [];
  if (authorKey !== null && limits.authorCooldownMinutes > 0) {
    const author = authorMark(authorKey);
    const earlier = Math.max(0, LongestCooldownInSlots - limits.authorCooldownMinutes);
    for (const slot of usage.slots) {
      if (slot.author === author && slot.interactionId !== interactionId)
        ends.push(addMilliseconds(slot.until, -earlier * MillisecondsPerMinute));
    }
  }
  return ends.toSorted().at(-1);
}

function authorOf({ authorKey, limits }: SlotRequest): { author?: string } {
  return authorKey === null || limits.authorCooldownMinutes === 0 ? {} : { author: authorMark(authorKey) };
}

/** Tells the authors of an hour apart in few bytes; where it errs, a reply waits for an hour without need. */
function authorMark(authorKey: string): string {
  return sha256(authorKey).slice(0, 10);
}

function nextCooldown({
  cooldown,
  limits,
  interactionId,
  authorKey,
  landsUntil,
}: SlotRequest): AuthorCooldown | undefined {
  if (authorKey === null || limits.authorCooldownMinutes <= LongestCooldownInSlots) return undefined;
  const until = addMilliseconds(landsUntil, limits.authorCooldownMinutes * MillisecondsPerMinute);
  return { interactionId, until, version: (cooldown?.version ?? 0) + 1 };
}

/** Gives back the slot of a reply that certainly was not published (AR-10). */
export function returnSlot(usage: RuleUsage, reservation: Reservation, interactionId: string): RuleUsage {
  return {
    ...usage,
    slots: usage.slots.filter((slot) => slot.interactionId !== interactionId),
    usedInDay: usage.day === reservation.day ? Math.max(0, usage.usedInDay - 1) : usage.usedInDay,
    version: usage.version + 1,
  };
}
