import type { ExecutionOutcome } from '../automation/execution.ts';
import type { ReasonCode } from '../automation/explain-reason.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import { executionOfReply, type ReplyEnd } from './execution-record.ts';
import type { Lease, PendingReply, PublishedReply, RefusedReply, Reservation } from './pending-reply.ts';

/** Longer than a look and a post together can take, both with their hard time-outs. */
export const LeaseSeconds = 60;

/** True when the reply's time has come, nobody else works on it, and the quiet period of an attempt is over (AR-12). */
export function isClaimable(interaction: Interaction, quietSeconds: number, now: Instant): boolean {
  const { pendingReply, lease, status } = interaction;
  if (status !== 'reply_scheduled' || !pendingReply || pendingReply.nextAt > now) return false;
  if (pendingReply.state === 'preparing') return false;
  if (lease !== null && lease.until > now) return false;
  return pendingReply.attemptedAt === null || now >= addSeconds(pendingReply.attemptedAt, quietSeconds);
}

export function leaseFrom(now: Instant, token: string): Lease {
  return { token, until: addSeconds(now, LeaseSeconds) };
}

/**
 * Notes, before the post, that an attempt is being made: from here on only a look can say that nothing was published.
 * The timer's place stays: after a crash it wakes the reply early, which is harmless, and a place moved for each post
 * would cost two writes of the due index.
 */
export function withIntent(
  interaction: Interaction,
  pending: PendingReply,
  attempt: { token: string; quietSeconds: number; reservation: Reservation | null },
  now: Instant,
): Interaction {
  const nextAt = addSeconds(now, attempt.quietSeconds);
  return {
    ...interaction,
    lease: leaseFrom(now, attempt.token),
    pendingReply: {
      ...pending,
      state: 'uncertain',
      attempts: pending.attempts + 1,
      attemptedAt: now,
      reservation: attempt.reservation,
      nextAt,
    },
  };
}

/** Why a reply waits: a code, and the platform's own words where there are some. */
export interface Waiting {
  until: Instant;
  waitingFor: ReasonCode;
  detail?: string | undefined;
}

/** Waits until an instant; the timer wakes it. */
export function withWait(
  interaction: Interaction,
  pending: PendingReply,
  { until, waitingFor, detail }: Waiting,
): Interaction {
  const waiting = { nextAt: until, wakeAt: until, waitingFor, waitingDetail: detail ?? null };
  return { ...interaction, lease: null, pendingReply: { ...pending, ...waiting } };
}

/** The platform certainly published nothing: as if the attempt had not been made. */
export function withoutAttempt(pending: PendingReply): PendingReply {
  return { ...pending, attempts: 0, attemptedAt: null, state: 'due', reservation: null };
}

/** Ends a reply that the platform shows: by the answer to our post, or found by a look. */
export function published(
  interaction: Interaction,
  pending: PendingReply,
  reply: { text: string; externalReplyId: string; repliedAt: Instant },
  now: Instant,
): InteractionWrite {
  const { origin } = pending;
  const publishedReply: PublishedReply = {
    ...reply,
    repliedBy: origin.kind === 'member' ? 'user' : 'automation',
    memberId: origin.kind === 'member' ? origin.memberId : null,
  };
  const settled: Interaction = {
    ...ended(interaction),
    status: 'replied',
    reply: publishedReply,
    closedAt: now,
  };
  return recorded(settled, pending, { outcome: 'replied', reason: 'posted', posted: reply }, now);
}

/** The same on the word of the platform: its record goes ahead, because until the end is written a look would find the reply. */
export function confirmed(...parts: Parameters<typeof published>): InteractionWrite {
  const { interaction, executions = [] } = published(...parts);
  return { interaction, recordedAhead: executions[0] };
}

/** Ends a reply because the account's owner answered on the platform (AR-13). */
export function answeredElsewhere(
  interaction: Interaction,
  pending: PendingReply,
  reply: PublishedReply,
  now: Instant,
): InteractionWrite {
  const settled: Interaction = { ...ended(interaction), status: 'closed', reply, closedAt: now };
  return recorded(settled, pending, { outcome: 'cancelled', reason: 'answered_on_platform' }, now);
}

/** Ends a reply because what it would have answered is gone (AR-13). */
export function deletedMeanwhile(
  interaction: Interaction,
  pending: PendingReply,
  now: Instant,
): InteractionWrite {
  const settled: Interaction = { ...ended(interaction), status: 'deleted', removedAt: now, closedAt: now };
  return recorded(settled, pending, { outcome: 'cancelled', reason: 'deleted_on_platform' }, now);
}

/** Ends what a rule sends to its webhook; people answer, and this state is what the webhook is told of (AR-08). */
export function sentToWebhook(
  interaction: Interaction,
  pending: PendingReply,
  webhookId: string,
  now: Instant,
): InteractionWrite {
  const manualReason = { code: 'sent_to_webhook', detail: null, since: now };
  const settled: Interaction = { ...ended(interaction), status: 'manual', manualReason };
  const end = { outcome: 'webhook_sent', reason: 'sent_to_webhook', webhookId } as const;
  return recorded(settled, pending, end, now);
}

export interface HandOver {
  reason: ReasonCode;
  detail?: string | undefined;
  blockedBy?: string | undefined;
  /** The text that the gate refused: people may read it, and nobody posts it unread. */
  refused?: RefusedReply | undefined;
}

/** Hands a reply that may not be posted to people, with the reason. */
export function handedToPeople(
  interaction: Interaction,
  pending: PendingReply,
  why: HandOver,
  now: Instant,
): InteractionWrite {
  const manualReason = { code: why.reason, detail: why.detail ?? null, since: now };
  const refusedReply = why.refused ?? null;
  const settled: Interaction = { ...ended(interaction), status: 'manual', manualReason, refusedReply };
  const end = { outcome: outcomeOf(why), reason: why.reason, blockedBy: why.blockedBy, error: why.detail };
  return recorded(settled, pending, end, now);
}

function outcomeOf({
  reason,
  blockedBy,
}: {
  reason: string;
  blockedBy?: string | undefined;
}): ExecutionOutcome {
  if (reason === 'may_be_answered') return 'unconfirmed';
  if (reason === 'platform_refused') return 'failed';
  return blockedBy === undefined ? 'cancelled' : 'blocked';
}

function ended(interaction: Interaction): Interaction {
  return { ...interaction, pendingReply: null, lease: null, manualReason: null };
}

function recorded(
  interaction: Interaction,
  pending: PendingReply,
  end: ReplyEnd,
  now: Instant,
): InteractionWrite {
  const execution = executionOfReply(interaction, pending, end, now);
  return { interaction, executions: execution ? [execution] : [] };
}
