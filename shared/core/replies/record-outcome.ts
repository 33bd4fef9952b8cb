import type { ChangeDeps } from '../interactions/change-interaction.ts';
import { changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import { authorKeyOf } from './begin-attempt.ts';
import { returnSlot } from './limits.ts';
import type { PendingReply } from './pending-reply.ts';
import type { PostOutcome } from './platform.ts';
import type { LimitStore, LimitWrite } from './ports.ts';
import type { SendResult } from './send-due-reply.ts';
import { waitUntil } from './steps.ts';
import { confirmed, deletedMeanwhile, handedToPeople, withoutAttempt, withWait } from './transitions.ts';

type Refusal = Extract<PostOutcome, { kind: 'refused' }>;

export interface RecordDeps extends ChangeDeps {
  limits: LimitStore;
}

const ThrottledSeconds = 120;
const ReconnectSeconds = 15 * 60;

/**
 * Writes down how a post ended, only on top of the lease that it was made under (design §4).
 * Posted ends the reply; a certain refusal gives the slot back; anything else stays uncertain until a look.
 */
export async function recordOutcome(
  deps: RecordDeps,
  context: TenantContext,
  post: { interactionId: string; token: string; text: string; outcome: PostOutcome },
): Promise<SendResult> {
  const { outcome, text } = post;
  const recorded = await changeInteraction(deps, context, post.interactionId, (current) => {
    const pending = current.pendingReply;
    if (!pending || current.lease?.token !== post.token) return undefined;
    const now = deps.clock.now();
    switch (outcome.kind) {
      case 'posted':
        return confirmed(
          current,
          pending,
          { text, externalReplyId: outcome.externalReplyId, repliedAt: now },
          now,
        );
      case 'uncertain':
        return {
          interaction: {
            ...current,
            lease: null,
            pendingReply: {
              ...pending,
              wakeAt: pending.nextAt,
              waitingFor: 'reply_uncertain',
              waitingDetail: outcome.reason,
            },
          },
        };
      case 'refused':
        return afterRefusal(deps, context, { current, pending, outcome, now });
    }
  });
  if (!recorded) return 'lost';
  if (outcome.kind !== 'refused') return outcome.kind === 'posted' ? 'replied' : 'uncertain';
  return recorded.pendingReply ? 'waiting' : 'ended';
}

interface Refused {
  current: Interaction;
  pending: PendingReply;
  outcome: Refusal;
  now: Instant;
}

async function afterRefusal(
  deps: RecordDeps,
  context: TenantContext,
  refused: Refused,
): Promise<InteractionWrite> {
  const limits = await returnedLimits(deps, context, refused);
  return { ...writeOfRefusal(refused), limits };
}

function writeOfRefusal({ current, pending, outcome, now }: Refused): InteractionWrite {
  const { code, reason, retryAfterSeconds } = outcome;
  if (code === 'comment_gone') return deletedMeanwhile(current, pending, now);
  if (pending.origin.kind === 'automation' && (code === 'throttled' || code === 'token_rejected')) {
    const seconds = retryAfterSeconds ?? (code === 'throttled' ? ThrottledSeconds : ReconnectSeconds);
    const waitingFor = code === 'throttled' ? 'platform_throttled' : 'needs_reconnect';
    const before = withoutAttempt(pending);
    const wait = waitUntil(before, addSeconds(now, seconds), waitingFor);
    return { interaction: withWait(current, before, { ...wait, detail: reason }) };
  }
  const why = code === 'window_closed' ? 'send_window_passed' : 'platform_refused';
  return handedToPeople(current, pending, { reason: why, detail: reason }, now);
}

async function returnedLimits(
  deps: RecordDeps,
  context: TenantContext,
  { current, pending }: Refused,
): Promise<LimitWrite | undefined> {
  const { origin, reservation } = pending;
  if (origin.kind !== 'automation' || !reservation) return undefined;
  const authorKey = authorKeyOf(current);
  const [usage, cooldown] = await Promise.all([
    deps.limits.usageOf(context, origin.ruleId),
    authorKey === null ? undefined : deps.limits.cooldownOf(context, origin.ruleId, authorKey),
  ]);
  const isOurs = authorKey !== null && cooldown?.interactionId === current.interactionId;
  return {
    usage: returnSlot(usage, reservation, current.interactionId),
    ...(isOurs && { cooldown: { authorKey, value: null } }),
  };
}
