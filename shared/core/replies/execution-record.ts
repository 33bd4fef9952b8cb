import type { Verdict } from '../automation/decide.ts';
import type { Decision } from '../automation/decision.ts';
import type { Execution, ExecutionOutcome } from '../automation/execution.ts';
import type { ReasonCode } from '../automation/explain-reason.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { type Instant, millisecondsBetween } from '../kernel/time.ts';
import { type PendingReply, textToPost } from './pending-reply.ts';

/** How a waiting reply ended. */
export interface ReplyEnd {
  outcome: ExecutionOutcome;
  reason: ReasonCode;
  blockedBy?: string | undefined;
  error?: string | undefined;
  posted?: { text: string; externalReplyId: string } | undefined;
  /** Where it was sent to instead of a reply. */
  webhookId?: string | undefined;
}

/** The record of an automatic reply that came to its end; persons' replies leave none (AR-14). */
export function executionOfReply(
  interaction: Interaction,
  pending: PendingReply,
  end: ReplyEnd,
  now: Instant,
): Execution | undefined {
  const { origin } = pending;
  if (origin.kind !== 'automation') return undefined;
  return {
    ...commonParts(interaction, pending.revision, pending.preparedAt, now),
    ruleId: origin.ruleId,
    ruleName: origin.ruleName,
    ruleRevision: origin.ruleRevision,
    actionType: origin.actionType,
    shouldAutoReply: origin.actionType !== 'send_webhook',
    reason: end.reason,
    blockedBy: end.blockedBy ?? null,
    trace: origin.trace,
    outcome: end.outcome,
    preparedText: textToPost(pending) || null,
    postedText: end.posted?.text ?? null,
    externalReplyId: end.posted?.externalReplyId ?? null,
    ...(end.webhookId !== undefined && { webhookId: end.webhookId }),
    success: end.outcome === 'replied' || end.outcome === 'webhook_sent',
    error: end.error ?? null,
    delaySeconds:
      end.posted || end.webhookId !== undefined
        ? millisecondsBetween(interaction.capturedAt, now) / 1_000
        : null,
  };
}

/** The record of a decision that ends the matter at once: a block fired, or the matching rule may not act (AR-14). */
export function executionOfVerdict(
  interaction: Interaction,
  { decision, rule, trace, text, detail }: Verdict,
): Execution {
  return {
    ...commonParts(interaction, interaction.revision, decision.decidedAt, decision.decidedAt),
    ruleId: decision.ruleId,
    ruleName: decision.ruleName,
    ruleRevision: rule?.revision ?? null,
    actionType: rule?.action.type ?? null,
    shouldAutoReply: decision.shouldAutoReply,
    reason: decision.reason,
    blockedBy: decision.blockedBy,
    trace,
    outcome: decision.outcome === 'dry_run' ? 'dry_run' : 'blocked',
    preparedText: (text && textToPost(text)) || null,
    postedText: null,
    externalReplyId: null,
    success: false,
    error: detail,
    delaySeconds: null,
  };
}

/** True for the record that went ahead of the end of a reply, whose worker died before it wrote the end. */
export function isAheadOf(
  { executionId, outcome }: Execution,
  interaction: Interaction,
  { revision, preparedAt }: PendingReply,
): boolean {
  return outcome === 'replied' && executionId === executionIdOf(interaction, revision, preparedAt);
}

/**
 * The record that a stored decision must have where a block fired before any rule was looked at:
 * all of it follows from the interaction as it was first stored, so that it can be made up for after a crash.
 */
export function executionOfBlock(interaction: Interaction): Execution | undefined {
  const { decision, manualReason, revision } = interaction;
  if (!decision || decision.ruleId !== null || revision > 1 || !isBlock(decision)) return undefined;
  const detail = manualReason?.code === decision.reason ? manualReason.detail : null;
  return executionOfVerdict(interaction, { decision, rule: null, trace: [], text: null, detail });
}

/** A block fired; own comments are no business of automation (AR-14, CM-13). */
export function isBlock({ blockedBy, reason }: Pick<Decision, 'blockedBy' | 'reason'>): boolean {
  return blockedBy !== null && reason !== 'from_owner';
}

function commonParts(interaction: Interaction, revision: number, decidedAt: Instant, completedAt: Instant) {
  const { interactionId, provider, accountId, capturedAt } = interaction;
  return {
    executionId: executionIdOf(interaction, revision, decidedAt),
    interactionId,
    revision,
    provider,
    accountId,
    processingMilliseconds: Math.max(0, millisecondsBetween(capturedAt, decidedAt)),
    decidedAt,
    completedAt,
  };
}

function executionIdOf({ interactionId }: Interaction, revision: number, decidedAt: Instant): string {
  return `${decidedAt}#${interactionId}#${revision}`;
}
