import * as z from 'zod';
import { SocialAccount } from '../accounts/social-account.ts';
import { Analysis } from '../analysis/analysis.ts';
import { Clipping } from '../coverage/clipping.ts';
import { Suggestion } from '../coverage/suggestion.ts';
import { Interaction } from '../interactions/interaction.ts';

const ObservedInteraction = Interaction.pick({
  interactionId: true,
  accountId: true,
  provider: true,
  contentId: true,
  kind: true,
  isFromOwner: true,
  commentedAt: true,
  status: true,
  revision: true,
  isRead: true,
  isHidden: true,
  assigneeId: true,
  tags: true,
  note: true,
  manualReason: true,
  reply: true,
}).extend({
  type: z.literal('Interaction'),
  analysis: Analysis.pick({ sentiment: true })
    .extend({ topics: Analysis.shape.topics.default([]) })
    .nullable()
    .default(null),
  pendingReply: z.object({ dueAt: z.string(), waitingFor: z.string().nullable() }).nullable().default(null),
});
export type ObservedInteraction = z.infer<typeof ObservedInteraction>;

const ObservedSuggestion = Suggestion.pick({
  suggestionId: true,
  campaignId: true,
  foundAt: true,
}).extend({ type: z.literal('Suggestion') });

const ObservedClipping = Clipping.pick({
  clippingId: true,
  campaignId: true,
  detection: true,
  detectedAt: true,
}).extend({ type: z.literal('Clipping') });

const ObservedAccount = SocialAccount.pick({
  accountId: true,
  name: true,
  status: true,
  statusReason: true,
  lastSyncedAt: true,
}).extend({ type: z.literal('SocialAccount') });

/** The stored items whose changes are told to clients or counted, with the fields that matter for that. */
export const ObservedItem = z.discriminatedUnion('type', [
  ObservedInteraction,
  ObservedSuggestion,
  ObservedClipping,
  ObservedAccount,
]);
export type ObservedItem = z.infer<typeof ObservedItem>;

/** The same list as data, for the filter in front of the consumer of changes. */
export const ObservedTypes = ['Interaction', 'Suggestion', 'Clipping', 'SocialAccount'] as const;
