import * as z from 'zod';
import { Analysis } from '../analysis/analysis.ts';
import { PurposeUsage } from '../analysis/model-usage.ts';
import { Decision } from '../automation/decision.ts';
import { ScreenResult } from '../automation/screens/screen-result.ts';
import { sha256 } from '../kernel/digest.ts';
import { Lease, PendingReply, PublishedReply, RefusedReply, UndoneReply } from '../replies/pending-reply.ts';
import { CapturedInteraction } from './captured-interaction.ts';

/** CM-15; read mark, note, tag and assignment never change it. */
export const InteractionStatuses = [
  'new',
  'reply_scheduled',
  'manual',
  'replied',
  'closed',
  'deleted',
] as const;
export const InteractionStatus = z.enum(InteractionStatuses);
export type InteractionStatus = z.infer<typeof InteractionStatus>;

/** Why a person must handle it; `code` is stable, `detail` may hold the platform's own words. */
export const ManualReason = z.object({ code: z.string(), detail: z.string().nullable(), since: z.string() });
export type ManualReason = z.infer<typeof ManualReason>;

/** A field that most interactions do not have: it is not stored where it is empty. */
function optional<S extends z.ZodType>(schema: S) {
  return schema.nullable().default(null);
}

/** Something said to the organization, with all that Earshot found out, decided and did about it. */
export const Interaction = CapturedInteraction.extend({
  interactionId: z.string(),
  contentId: optional(z.string()),
  status: InteractionStatus,
  /** Grows with every edit of the text on the platform. */
  revision: z.int(),
  textHash: z.string(),
  /** When the platform was last seen with this text; what was seen earlier never replaces it. */
  textSeenAt: z.string(),
  editedAt: optional(z.string()),
  removedAt: optional(z.string()),
  analysis: optional(Analysis),
  /** What asking the model about this text took, and about those that were asked about with it; absent on the others. */
  modelUsage: PurposeUsage.optional(),
  /** What the word lists found; null where they found nothing. */
  screen: optional(ScreenResult),
  decision: optional(Decision),
  manualReason: optional(ManualReason),
  pendingReply: optional(PendingReply),
  /** The automatic reply that the gate refused; of this revision of the text. */
  refusedReply: optional(RefusedReply),
  lease: optional(Lease),
  reply: optional(PublishedReply),
  /** It counts as answered for automation, which never answers twice. */
  undoneReply: optional(UndoneReply),
  isRead: z.boolean(),
  /** By the account itself, through Earshot; absent where it never was. */
  isLiked: z.boolean().optional(),
  /** The one message that answers a comment to its author alone; without an id while nobody knows whether it was sent. */
  privateReply: z
    .object({
      text: z.string(),
      memberId: z.string(),
      sentAt: z.string(),
      externalId: z.string().nullable(),
    })
    .optional(),
  assigneeId: optional(z.string()),
  tags: z.array(z.string()).default([]),
  note: z.string().default(''),
  closedAt: optional(z.string()),
  /** A person took it up again: it is theirs, whatever becomes of its text. Absent on the others. */
  reopenedAt: z.string().optional(),
  updatedAt: z.string(),
  version: z.int(),
});
export type Interaction = z.infer<typeof Interaction>;

export function hashOfText(text: string): string {
  return sha256(text.normalize('NFC').trim());
}

export function hasLiveLease(interaction: Pick<Interaction, 'lease'>, now: string): boolean {
  return interaction.lease !== null && interaction.lease.until > now;
}

/** Flags that an inbox can be filtered by (CM-15). */
export const InteractionFlag = z.enum(['medical', 'escalation', 'spam']);
export type InteractionFlag = z.infer<typeof InteractionFlag>;

/** A flag stands where the model or the word lists raised it (AR-03: either one counts). */
export function flagsOf({ analysis, screen }: Pick<Interaction, 'analysis' | 'screen'>): InteractionFlag[] {
  const flags: InteractionFlag[] = [];
  if (analysis?.isMedicalQuestion || screen?.medical) flags.push('medical');
  if (analysis?.requiresEscalation || screen?.escalation) flags.push('escalation');
  if (analysis?.isSpam) flags.push('spam');
  return flags;
}
