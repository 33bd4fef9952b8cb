import { type ActiveHours, isActiveAt, nextActiveAt } from '../automation/active-hours.ts';
import type { RuleStore } from '../automation/ports.ts';
import { changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { type DecideAnewDeps, decideAnew } from './decide-anew.ts';
import { type Limit, LongestCooldownInSlots, reserveSlot } from './limits.ts';
import type { AutomaticOrigin, PendingReply } from './pending-reply.ts';
import type { LimitStore } from './ports.ts';
import type { SendResult } from './send-due-reply.ts';
import { handedToPeople, leaseFrom, sentToWebhook, withIntent, withWait } from './transitions.ts';

export interface BeginDeps extends DecideAnewDeps {
  limits: LimitStore;
  rules: RuleStore;
  quietSeconds: number;
}

export type Begun = { kind: 'begun'; pending: PendingReply } | { kind: 'not_begun'; result: SendResult };

/**
 * Takes the slot of the rule's limits and notes the intent to post in one transaction, for the holder of a live lease
 * only (AR-10, AR-12). Whatever is not allowed now waits or goes to people.
 */
export async function beginAttempt(
  deps: BeginDeps,
  context: TenantContext,
  interactionId: string,
  token: string,
): Promise<Begun> {
  let noted: PendingReply | undefined;
  const changed = await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    const { pendingReply, lease } = current;
    if (!pendingReply || lease?.token !== token || lease.until <= now) return undefined;
    const { origin } = pendingReply;
    if (origin.kind !== 'automation') return undefined;
    // Nobody begins a second attempt: the intent is our own, and only the answer to its write got lost.
    if (pendingReply.attempts > 0) {
      noted = pendingReply;
      return undefined;
    }
    return attempt(deps, context, { current, pending: pendingReply, origin, token, now });
  });
  if (noted) return { kind: 'begun', pending: noted };
  if (!changed) return { kind: 'not_begun', result: 'lost' };
  if (changed.pendingReply && changed.lease?.token === token)
    return { kind: 'begun', pending: changed.pendingReply };
  return { kind: 'not_begun', result: changed.pendingReply ? 'waiting' : 'ended' };
}

interface Attempt {
  current: Interaction;
  pending: PendingReply;
  origin: AutomaticOrigin;
  token: string;
  now: Instant;
}

async function attempt(deps: BeginDeps, context: TenantContext, request: Attempt): Promise<InteractionWrite> {
  const { current, pending, origin, token, now } = request;
  const authorKey = authorKeyOf(current);
  const [rule, usage] = await Promise.all([
    deps.rules.find(context, origin.ruleId),
    deps.limits.usageOf(context, origin.ruleId),
  ]);
  if (!rule?.enabled) return handedToPeople(current, pending, { reason: 'rule_disabled' }, now);
  if (rule.revision !== origin.ruleRevision)
    return handedToPeople(current, pending, { reason: 'rule_changed' }, now);
  if (rule.hours && !isActiveAt(rule.hours, now)) return untilActive(rule.hours, request);
  const isLong = rule.limits.authorCooldownMinutes > LongestCooldownInSlots;
  const cooldown =
    isLong && authorKey !== null
      ? await deps.limits.cooldownOf(context, origin.ruleId, authorKey)
      : undefined;
  const answer = reserveSlot({
    usage,
    cooldown,
    authorKey,
    limits: rule.limits,
    interactionId: current.interactionId,
    now,
    landsUntil: leaseFrom(now, token).until,
  });
  if (answer.kind === 'wait') return afterRefusal(deps, context, request, answer);
  const { reservation } = answer;
  const limits = {
    usage: answer.usage,
    ...(authorKey !== null && answer.cooldown && { cooldown: { authorKey, value: answer.cooldown } }),
  };
  // Nothing is posted, so there is nothing to be uncertain about: the slot is taken and the end recorded at once.
  if (rule.action.type === 'send_webhook')
    return { ...sentToWebhook(current, pending, rule.action.webhookId, now), limits };
  return {
    interaction: withIntent(current, pending, { token, quietSeconds: deps.quietSeconds, reservation }, now),
    limits,
  };
}

/** Outside the rule's hours a reply waits for them, unless they come too late (AR-20). */
function untilActive(hours: ActiveHours, { current, pending, now }: Attempt): InteractionWrite {
  const until = nextActiveAt(hours, now);
  if (until !== undefined && until <= pending.latestSendAt)
    return { interaction: withWait(current, pending, { until, waitingFor: 'outside_hours' }) };
  return handedToPeople(current, pending, { reason: 'outside_hours', blockedBy: 'hours' }, now);
}

/** A spent day lets the other rules have their turn, once; every other limit waits for its window (AR-10). */
async function afterRefusal(
  deps: BeginDeps,
  context: TenantContext,
  { current, pending, origin, now }: Attempt,
  { limit, until }: { limit: Limit; until: Instant },
): Promise<InteractionWrite> {
  if (limit === 'daily' && !origin.decidedAnew) {
    const anew = await decideAnew(deps, context, current, pending, now);
    if (anew) return anew;
  }
  if (until <= pending.latestSendAt) {
    return { interaction: withWait(current, pending, { until, waitingFor: `limit_${limit}` }) };
  }
  const why = { reason: `limit_${limit}`, blockedBy: `limit:${limit}` } as const;
  return handedToPeople(current, pending, why, now);
}

/** Whom a cooldown concerns; platforms that withhold the author cannot have one. */
export function authorKeyOf({ provider, author }: Pick<Interaction, 'provider' | 'author'>): string | null {
  return author.externalId === null ? null : `${provider}:${author.externalId}`;
}
