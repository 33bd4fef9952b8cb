import * as z from 'zod';
import type { Decision } from '../automation/decision.ts';
import { explainReason } from '../automation/explain-reason.ts';
import { epochMilliseconds, type Instant } from '../kernel/time.ts';
import { textToPost, type UndoneReply } from '../replies/pending-reply.ts';
import { flagsOf, type Interaction } from './interaction.ts';

/** One thing that happened to an interaction; `code` and `facts` are for programs, `text` says it in English. */
export const TimelineEntry = z.object({
  at: z.string(),
  step: z.enum([
    'captured',
    'edited',
    'analysed',
    'decided',
    'waiting',
    'attempted',
    'manual',
    'replied',
    'closed',
    'deleted',
  ]),
  code: z.string().nullable(),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Tells an interaction's story from what is stored on it, so that a person sees why it was or was not answered (AR-01). */
export function timelineOf(interaction: Interaction): TimelineEntry[] {
  return [
    captured(interaction),
    ...edited(interaction),
    ...analysed(interaction),
    ...decided(interaction),
    ...pending(interaction),
    ...ended(interaction),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function captured({ capturedAt, source, commentedAt }: Interaction): TimelineEntry {
  const way = source === 'webhook' ? 'The platform reported it.' : 'A sync pass found it.';
  return { at: capturedAt, step: 'captured', code: source, text: way, facts: { commentedAt } };
}

function edited({ editedAt, revision }: Interaction): TimelineEntry[] {
  if (editedAt === null) return [];
  return [
    { at: editedAt, step: 'edited', code: null, text: 'Its author changed the text.', facts: { revision } },
  ];
}

function analysed(interaction: Interaction): TimelineEntry[] {
  const { analysis, screen } = interaction;
  if (!analysis) return [];
  const { analysedAt, sentiment, confidence, language, topics } = analysis;
  const flags = flagsOf(interaction);
  const text = `Understood as ${sentiment}, ${Math.round(confidence)} % sure${flags.length > 0 ? `; flags: ${flags.join(', ')}` : ''}.`;
  const facts = { sentiment, confidence, language, topics, flags, matched: screen?.matched ?? [] };
  return [{ at: analysedAt, step: 'analysed', code: sentiment, text, facts }];
}

const DecisionTexts: Record<Decision['outcome'], string> = {
  reply: 'A rule answers it.',
  webhook: 'A rule tells your webhook.',
  manual: 'A person must handle it.',
  recorded: 'Automation leaves it alone.',
  inbox: 'No automation concerns it.',
  dry_run: 'A rule would have answered it; dry run is on.',
};

function decided({ decision }: Interaction): TimelineEntry[] {
  if (!decision) return [];
  const { decidedAt, outcome, reason, blockedBy, ruleId, ruleName } = decision;
  const rule = ruleName === null ? '' : ` Rule: ${ruleName}.`;
  // That a rule fits is what an answer by a rule says already, or its message to a webhook.
  const why = outcome === 'reply' || outcome === 'webhook' ? '' : ` ${explainReason(reason)}`;
  const text = `${DecisionTexts[outcome]}${why}${rule}`;
  return [
    { at: decidedAt, step: 'decided', code: reason, text, facts: { outcome, blockedBy, ruleId, ruleName } },
  ];
}

function pending({ pendingReply }: Interaction): TimelineEntry[] {
  if (!pendingReply) return [];
  const { attemptedAt, attempts, nextAt, preparedAt, waitingFor, waitingDetail, latestSendAt, origin } =
    pendingReply;
  // A text that is being written is looked after at once, and posted when it is due.
  const until = pendingReply.state === 'preparing' ? pendingReply.dueAt : nextAt;
  const isForWebhook = origin.kind === 'automation' && origin.actionType === 'send_webhook';
  const waiting: TimelineEntry = {
    at: preparedAt,
    step: 'waiting',
    code: waitingFor,
    text: `${isForWebhook ? 'The webhook' : 'The reply'} waits until ${spoken(until)}.${waitingFor === null ? '' : ` ${explainReason(waitingFor, waitingDetail)}`}`,
    facts: { text: textToPost(pendingReply), nextAt, latestSendAt, waitingDetail },
  };
  if (attemptedAt === null) return [waiting];
  const text = 'The platform has not confirmed the reply; Earshot looks for it before anything else.';
  return [
    waiting,
    { at: attemptedAt, step: 'attempted', code: waitingFor, text, facts: { attempts, waitingDetail } },
  ];
}

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A time as people say it; programs find the instant among the facts. */
function spoken(instant: Instant): string {
  return `${dateFormat.format(epochMilliseconds(instant))}, ${instant.slice(11, 16)} UTC`;
}

function ended({
  reply,
  manualReason,
  refusedReply,
  status,
  closedAt,
  removedAt,
  undoneReply,
}: Interaction): TimelineEntry[] {
  const entries: TimelineEntry[] = undoneReply ? undone(undoneReply) : [];
  if (manualReason && manualReason.code !== 'reply_undone') {
    const { since, code, detail } = manualReason;
    const text = `Waits for a person. ${explainReason(code, detail)}`;
    const facts = { detail, ...(refusedReply && { refusedReply }) };
    entries.push({ at: since, step: 'manual', code, text, facts });
  }
  if (reply) {
    const { repliedAt, repliedBy, memberId, externalReplyId, text } = reply;
    const by = repliedBy === 'automation' ? 'Answered by a rule.' : byPerson(memberId);
    entries.push({
      at: repliedAt,
      step: 'replied',
      code: repliedBy,
      text: by,
      facts: { text, memberId, externalReplyId },
    });
  }
  if (status === 'closed' && closedAt)
    entries.push({ at: closedAt, step: 'closed', code: null, text: 'Closed.', facts: {} });
  if (removedAt)
    entries.push({ at: removedAt, step: 'deleted', code: null, text: 'Deleted on the platform.', facts: {} });
  return entries;
}

/** What a rule wrote and a person had deleted again. */
function undone(reply: UndoneReply): TimelineEntry[] {
  const { text, externalReplyId, repliedAt, undoneAt, undoneBy } = reply;
  const facts = { text, memberId: null, externalReplyId };
  const code = 'reply_undone';
  const words = `Waits for a person. ${explainReason(code)}`;
  return [
    { at: repliedAt, step: 'replied', code: 'automation', text: 'Answered by a rule.', facts },
    { at: undoneAt, step: 'manual', code, text: words, facts: { detail: null, undoneBy } },
  ];
}

function byPerson(memberId: string | null): string {
  return memberId === null ? 'A person answered on the platform.' : 'A person answered in Earshot.';
}
