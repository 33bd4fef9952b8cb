import type { Interaction } from '../interactions/interaction.ts';
import { planWake } from '../kernel/due.ts';
import { type Instant, latest } from '../kernel/time.ts';
import { executionOfVerdict, isBlock } from '../replies/execution-record.ts';
import type { PendingReply } from '../replies/pending-reply.ts';
import { dueAtOf, latestSendAtOf } from '../replies/reply-times.ts';
import type { Verdict } from './decide.ts';
import type { Execution } from './execution.ts';
import type { Rule } from './rule.ts';

export interface AppliedVerdict {
  interaction: Interaction;
  /** The record of a decision that ends here; a waiting reply leaves its record when it ends. */
  execution: Execution | undefined;
  /** How soon the reply queue has to look at it; undefined: the timer will, or nothing waits. */
  wakeInSeconds: number | undefined;
}

/** Puts a decision on its interaction: a reply to wait for, a place in the manual queue, or merely its reason. */
export function applyVerdict(interaction: Interaction, verdict: Verdict, now: Instant): AppliedVerdict {
  const { decision, rule, text, detail } = verdict;
  const decided: Interaction = {
    ...interaction,
    status: 'new',
    decision,
    manualReason: null,
    pendingReply: null,
  };
  if ((decision.outcome === 'reply' || decision.outcome === 'webhook') && rule && text) {
    const { reply, wakeInSeconds } = replyToWaitFor(interaction, { ...verdict, rule, text }, now);
    return {
      interaction: { ...decided, status: 'reply_scheduled', pendingReply: reply },
      execution: undefined,
      wakeInSeconds,
    };
  }
  if (decision.outcome === 'manual') {
    decided.status = 'manual';
    decided.manualReason = { code: decision.reason, detail, since: now };
  }
  const execution = isRecorded(verdict) ? executionOfVerdict(interaction, verdict) : undefined;
  return { interaction: decided, execution, wakeInSeconds: undefined };
}

/** A record exists where a rule matched or a block fired (AR-14). */
function isRecorded({ decision, rule }: Verdict): boolean {
  return rule !== null || isBlock(decision);
}

type Matched = Verdict & { rule: Rule; text: NonNullable<Verdict['text']> };

function replyToWaitFor(
  interaction: Interaction,
  { rule, text, trace }: Matched,
  now: Instant,
): { reply: PendingReply; wakeInSeconds: number | undefined } {
  const dueAt = dueAtOf(interaction.textSeenAt, rule.delaySeconds);
  // A text that the model has to write is begun at once, so that it is there when the reply is due.
  const nextAt = text.generation ? now : latest(dueAt, now);
  const { delaySeconds, wakeAt } = planWake(now, nextAt);
  const reply: PendingReply = {
    origin: {
      kind: 'automation',
      ruleId: rule.ruleId,
      ruleName: rule.name,
      ruleRevision: rule.revision,
      actionType: rule.action.type,
      trace,
      decidedAnew: false,
    },
    revision: interaction.revision,
    text: text.text,
    signature: text.signature,
    preparedAt: now,
    ...(text.generation && { generation: text.generation }),
    state: text.generation ? 'preparing' : 'due',
    dueAt,
    latestSendAt: latestSendAtOf(interaction),
    nextAt,
    wakeAt,
    attempts: 0,
    attemptedAt: null,
    reservation: null,
    waitingFor: text.generation ? 'preparing' : null,
    waitingDetail: null,
  };
  return { reply, wakeInSeconds: delaySeconds };
}
