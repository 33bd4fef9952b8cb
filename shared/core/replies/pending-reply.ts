import * as z from 'zod';
import { RuleTrace } from '../automation/decision.ts';
import { GateFailure } from './gate/gate-result.ts';
import { Generation } from './generation.ts';

/** Only the holder of the lease may look, post and record; it outlives one attempt and ends by itself after a crash. */
export const Lease = z.object({ token: z.string(), until: z.string() });
export type Lease = z.infer<typeof Lease>;

/** A slot taken from a rule's limits; kept on the reply, so that it is taken and given back exactly once (AR-10). */
export const Reservation = z.object({ day: z.string(), until: z.string() });
export type Reservation = z.infer<typeof Reservation>;

export const ActionType = z.enum([
  'reply_fixed',
  'reply_template',
  'reply_ai',
  'reply_template_ai',
  'send_webhook',
]);
export type ActionType = z.infer<typeof ActionType>;

export const ReplyOrigin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('automation'),
    ruleId: z.string(),
    ruleName: z.string(),
    ruleRevision: z.int(),
    actionType: ActionType,
    trace: z.array(RuleTrace),
    /** The rules were evaluated a second time because the day's limit was spent meanwhile; there is no third time. */
    decidedAnew: z.boolean(),
  }),
  z.object({ kind: z.literal('member'), memberId: z.string() }),
]);
export type ReplyOrigin = z.infer<typeof ReplyOrigin>;
export type AutomaticOrigin = Extract<ReplyOrigin, { kind: 'automation' }>;

/** A reply that is not settled yet: it waits for its time, or nobody knows whether it was published. */
export const PendingReply = z.object({
  origin: ReplyOrigin,
  /** The revision of the text that it answers. */
  revision: z.int(),
  /** As prepared; a retry posts the same text. Empty while it is being written, and where a webhook is told instead. */
  text: z.string(),
  /** Appended when posted; empty where the rule leaves it out (CM-18). */
  signature: z.string(),
  preparedAt: z.string(),
  /** How the model writes it, or wrote it; absent where people wrote the text. */
  generation: Generation.optional(),
  /** `preparing` until the model has written its text; `uncertain` from the moment an attempt may have reached the platform until a look says otherwise. */
  state: z.enum(['preparing', 'due', 'uncertain']),
  dueAt: z.string(),
  latestSendAt: z.string(),
  /** When something can happen next; the truth for the timer. */
  nextAt: z.string(),
  /** When the timer looks after it if no message has done so before. */
  wakeAt: z.string(),
  attempts: z.int(),
  attemptedAt: z.string().nullable(),
  reservation: Reservation.nullable(),
  /** A stable code for why it waits longer than its delay. */
  waitingFor: z.string().nullable(),
  /** The platform's own words about it. */
  waitingDetail: z.string().nullable(),
});
export type PendingReply = z.infer<typeof PendingReply>;

/** What is published: the prepared text with the signature on a line of its own; nothing where there is no text. */
export function textToPost(reply: Pick<PendingReply, 'text' | 'signature'>): string {
  return reply.signature === '' || reply.text === '' ? reply.text : `${reply.text}\n${reply.signature}`;
}

/** A generated text that failed the gate, kept for people to see (AR-08). */
export const RefusedReply = z.object({ text: z.string(), failed: z.array(GateFailure) });
export type RefusedReply = z.infer<typeof RefusedReply>;

/** A reply that the platform shows (CM-11). */
export const PublishedReply = z.object({
  text: z.string(),
  repliedBy: z.enum(['user', 'automation']),
  /** The member who answered in Earshot; null for automation and for answers given on the platform. */
  memberId: z.string().nullable(),
  repliedAt: z.string(),
  externalReplyId: z.string(),
});
export type PublishedReply = z.infer<typeof PublishedReply>;

/** An automatic reply that somebody had deleted again. */
export const UndoneReply = PublishedReply.pick({ text: true, repliedAt: true, externalReplyId: true }).extend(
  {
    ruleId: z.string(),
    undoneAt: z.string(),
    /** The member or token that asked for it. */
    undoneBy: z.string(),
  },
);
export type UndoneReply = z.infer<typeof UndoneReply>;
