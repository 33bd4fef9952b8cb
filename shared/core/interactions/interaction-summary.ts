import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { Sentiment } from '../analysis/analysis.ts';
import { InteractionKind } from './captured-interaction.ts';
import { flagsOf, type Interaction, InteractionFlag, InteractionStatus } from './interaction.ts';

/** An interaction as lists show it. */
export const InteractionSummary = z.object({
  interactionId: z.string(),
  provider: Provider,
  accountId: z.string(),
  contentId: z.string().nullable(),
  kind: InteractionKind,
  status: InteractionStatus,
  authorName: z.string(),
  /** The first 200 characters. */
  preview: z.string(),
  sentiment: Sentiment.nullable(),
  language: z.string().nullable(),
  flags: z.array(InteractionFlag),
  manualCode: z.string().nullable(),
  repliedBy: z.enum(['user', 'automation']).nullable(),
  isFromOwner: z.boolean(),
  isHidden: z.boolean(),
  isRead: z.boolean(),
  assigneeId: z.string().nullable(),
  tags: z.array(z.string()),
  commentedAt: z.string(),
});
export type InteractionSummary = z.infer<typeof InteractionSummary>;

const PreviewLength = 200;

export function summaryOf(interaction: Interaction): InteractionSummary {
  const { analysis, reply, author, manualReason, text, ...rest } = interaction;
  return InteractionSummary.parse({
    ...rest,
    authorName: author.name,
    preview: Array.from(text).slice(0, PreviewLength).join(''),
    sentiment: analysis?.sentiment ?? null,
    language: analysis?.language ?? null,
    flags: flagsOf(interaction),
    manualCode: manualReason?.code ?? null,
    repliedBy: reply?.repliedBy ?? null,
  });
}

/** What an inbox can be narrowed down to (CM-15); everything given must hold. */
export interface InteractionFilter {
  from?: string | undefined;
  until?: string | undefined;
  provider?: string | undefined;
  accountId?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  sentiment?: string | undefined;
  flag?: string | undefined;
  isRead?: boolean | undefined;
  assigneeId?: string | undefined;
  includeOwn?: boolean | undefined;
  /** Otherwise the newest come first. */
  oldestFirst?: boolean | undefined;
  /** Text that the author's name or the message contains. */
  text?: string | undefined;
}
