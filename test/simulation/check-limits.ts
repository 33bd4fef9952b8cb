import {
  type Instant,
  MillisecondsPerHour,
  MillisecondsPerMinute,
  toInstant,
} from '../../shared/core/kernel/time.ts';
import type { RuleUsage } from '../../shared/core/replies/limits.ts';
import type { Ledger, Post } from './ledger.ts';
import type { OrganizationFacts } from './organization-facts.ts';

function dayOf(milliseconds: number): Instant {
  return toInstant(milliseconds).slice(0, 10);
}

/** Judges a reply at the moment when people can see it: the limits hold at every instant (I1, I4). */
export function checkLanding(ledger: Ledger, post: Post, facts: OrganizationFacts): void {
  const { interaction, ruleId, organizationId } = post;
  const at = post.landed?.landedAt ?? 0;
  if (ledger.landedOf(interaction.interactionId).length > 1)
    ledger.violated('I1', `${interaction.externalId} was answered twice`);
  const rule = facts.rules.current.find((candidate) => candidate.ruleId === ruleId);
  if (!rule) return;
  const { perHour, perDay, authorCooldownMinutes } = rule.limits;
  const landings = ledger.posts
    .filter((other) => other.organizationId === organizationId && other.ruleId === ruleId)
    .flatMap((other) =>
      other.landed?.by === 'automation' ? [{ other, landedAt: other.landed.landedAt }] : [],
    );
  const inHour = landings.filter(({ landedAt }) => landedAt > at - MillisecondsPerHour).length;
  if (inHour > perHour) ledger.violated('I4', `${inHour} replies in an hour, ${perHour} are allowed`);
  const inDay = landings.filter(({ landedAt }) => dayOf(landedAt) === dayOf(at)).length;
  if (inDay > perDay) ledger.violated('I4', `${inDay} replies in a day, ${perDay} are allowed`);
  const tooSoon = landings.some(
    ({ other, landedAt }) =>
      other.interaction.interactionId !== interaction.interactionId &&
      other.interaction.author.externalId === interaction.author.externalId &&
      landedAt > at - authorCooldownMinutes * MillisecondsPerMinute,
  );
  if (tooSoon) ledger.violated('I4', `${interaction.author.externalId} was answered again too soon`);
}

/**
 * Judges the counters at the end (I4): every reply that people may see holds its slot,
 * and none is held for a reply that the platform certainly refused.
 */
export function checkSlots(ledger: Ledger, organizationId: string, usage: RuleUsage): void {
  const posts = ledger.posts.filter(
    (post) =>
      post.process.kind === 'replies' &&
      post.organizationId === organizationId &&
      post.ruleId === usage.ruleId,
  );
  const visible = idsOf(posts.filter((post) => post.landed && dayOf(post.calledAt) === usage.day));
  if (usage.usedInDay < visible.size)
    ledger.violated('I4', `${visible.size} replies hold ${usage.usedInDay} slots of ${usage.day}`);
  const possible = idsOf(posts.filter((post) => !isReturned(post)));
  // Who noted its intent and died before the call may have published something, for all that we know.
  for (const [interactionId, intents] of ledger.intents) {
    const calls = posts.filter(({ interaction }) => interaction.interactionId === interactionId).length;
    if (intents > calls) possible.add(interactionId);
  }
  if (usage.usedInDay > possible.size)
    ledger.violated('I4', `${usage.usedInDay} slots of ${usage.day} for ${possible.size} replies`);
  if (usage.slots.some(({ interactionId }) => !possible.has(interactionId)))
    ledger.violated('I4', 'a slot of the hour is held for nothing');
}

function idsOf(posts: readonly Post[]): Set<string> {
  return new Set(posts.map(({ interaction }) => interaction.interactionId));
}

/** The platform refused it, and the worker lived to write that down. */
function isReturned({ answer, result }: Post): boolean {
  return answer?.kind === 'refused' && result !== undefined && result !== 'lost';
}
