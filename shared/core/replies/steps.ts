import type { SocialAccount } from '../accounts/social-account.ts';
import type { ReasonCode } from '../automation/explain-reason.ts';
import { normaliseText } from '../automation/normalise-text.ts';
import { blockName, firedBlocks, type SafetyFacts } from '../automation/safety.ts';
import { hashOfText, type Interaction } from '../interactions/interaction.ts';
import { addSeconds, type Instant } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import { type GateResult, gateReasonOf } from './gate/gate-result.ts';
import { type PendingReply, textToPost } from './pending-reply.ts';
import type { Look, VisibleReply } from './platform.ts';
import type { HandOver } from './transitions.ts';

/** What to do with a claimed reply (design §4). */
export type Step =
  /** Nothing stands in the way. */
  | { kind: 'clear' }
  /** The platform shows our own reply of an earlier attempt. */
  | { kind: 'adopt'; reply: VisibleReply }
  /** Somebody answered on the platform. */
  | { kind: 'answered'; reply: VisibleReply }
  | { kind: 'deleted' }
  /** The text is not the one that was decided on. */
  | { kind: 'edited'; text: string }
  | ({ kind: 'manual' } & HandOver)
  /** Not yet allowed. */
  | { kind: 'wait'; until: Instant; waitingFor: ReasonCode; detail?: string | undefined };

const UnavailableSeconds = 60;
const PausedSeconds = 5 * 60;
const ReconnectSeconds = 15 * 60;

/**
 * Judges what the platform shows: our own earlier reply is adopted, another answer of the owner ends the matter,
 * and a text that changed is never answered with what was meant for another one (AR-12, AR-13).
 */
export function judgeLook(interaction: Interaction, pending: PendingReply, look: Look, now: Instant): Step {
  if (look.kind === 'gone') return { kind: 'deleted' };
  if (look.kind === 'unavailable') {
    const until = addSeconds(now, look.retryAfterSeconds ?? UnavailableSeconds);
    return now >= pending.latestSendAt
      ? tooLate(pending)
      : { kind: 'wait', until, waitingFor: 'platform_unavailable', detail: look.reason };
  }
  const own = look.replies.filter((reply) => reply.isOwn);
  const ours = pending.attempts > 0 ? own.find((reply) => isOurText(reply, pending)) : undefined;
  if (ours) return { kind: 'adopt', reply: ours };
  const [other] = own;
  if (other && interaction.kind !== 'direct_message') return { kind: 'answered', reply: other };
  if (hashOfText(look.comment.text) !== interaction.textHash) {
    return pending.attempts > 0
      ? mayBeAnswered('The comment was edited.')
      : { kind: 'edited', text: look.comment.text };
  }
  if (look.comment.isHidden) {
    return pending.attempts > 0
      ? mayBeAnswered('The comment was hidden.')
      : { kind: 'manual', reason: 'comment_hidden' };
  }
  return { kind: 'clear' };
}

function isOurText(reply: VisibleReply, pending: PendingReply): boolean {
  return normaliseText(reply.text) === normaliseText(textToPost(pending));
}

const mayBeAnswered = (detail?: string): Step => ({ kind: 'manual', reason: 'may_be_answered', detail });

function tooLate(pending: PendingReply): Step {
  return pending.attempts > 0 ? mayBeAnswered() : { kind: 'manual', reason: 'send_window_passed' };
}

/** Judges whether the platform can be asked at all; a disconnected account cannot even be looked at (CM-03, AR-13). */
export function judgeAccess(account: SocialAccount | undefined, pending: PendingReply, now: Instant): Step {
  if (!account || account.status === 'disconnected') {
    return pending.attempts > 0 ? mayBeAnswered() : { kind: 'manual', reason: 'account_disconnected' };
  }
  if (account.status === 'active') return { kind: 'clear' };
  return now > pending.latestSendAt
    ? tooLate(pending)
    : waitUntil(pending, addSeconds(now, ReconnectSeconds), 'needs_reconnect');
}

/** What is read consistently, after the last wait and before the post. */
export interface FreshFacts {
  now: Instant;
  organization: Organization;
  account: SocialAccount | undefined;
  safety: SafetyFacts;
  /** Of a text that a model wrote. */
  gate?: GateResult | undefined;
}

/**
 * Checks everything again that may have changed while the reply waited (AR-02, AR-10, AR-18);
 * the rule itself is checked together with its limits, in the step that takes a slot of them.
 */
export function recheck(interaction: Interaction, pending: PendingReply, facts: FreshFacts): Step {
  const access = judgeAccess(facts.account, pending, facts.now);
  if (access.kind !== 'clear') return access;
  return (
    recheckAttempts(interaction, pending, facts.now) ??
    recheckSwitches(pending, facts) ??
    recheckSafety(facts.safety) ??
    recheckText(pending, facts.gate) ?? { kind: 'clear' }
  );
}

/**
 * Called after a look that found no reply of ours. After an attempt that proves nothing: it may be there and not be
 * listed, or have been deleted again. So nobody but a person answers then.
 */
function recheckAttempts(interaction: Interaction, pending: PendingReply, now: Instant): Step | undefined {
  if (pending.origin.kind === 'member') return { kind: 'manual', reason: 'reply_not_confirmed' };
  if (interaction.revision !== pending.revision) return mayBeAnswered('The comment was edited.');
  if (pending.attempts > 0) return mayBeAnswered();
  return now > pending.latestSendAt ? tooLate(pending) : undefined;
}

function recheckSwitches(pending: PendingReply, { organization, now }: FreshFacts): Step | undefined {
  if (organization.dryRun) return { kind: 'manual', reason: 'dry_run_on', blockedBy: 'dry_run' };
  if (organization.automationPausedAt !== null) {
    return waitUntil(pending, addSeconds(now, PausedSeconds), 'automation_paused');
  }
  return undefined;
}

/** Waits, unless the reply would then be too late: a last look at its latest time hands it to people. */
export function waitUntil(
  pending: PendingReply,
  until: Instant,
  waitingFor: ReasonCode,
): Extract<Step, { kind: 'wait' }> {
  return {
    kind: 'wait',
    until: until < pending.latestSendAt ? until : addSeconds(pending.latestSendAt, 1),
    waitingFor,
  };
}

function recheckSafety(safety: SafetyFacts): Step | undefined {
  const [code] = firedBlocks(safety)?.codes ?? [];
  return code === undefined ? undefined : { kind: 'manual', reason: code, blockedBy: blockName(code) };
}

function recheckText({ text }: PendingReply, gate: GateResult | undefined): Step | undefined {
  const [failure] = gate?.failed ?? [];
  if (!gate || !failure) return undefined;
  const reason = gateReasonOf(failure);
  const refused = { text, failed: gate.failed };
  return { kind: 'manual', reason, detail: failure.found, blockedBy: reason, refused };
}
