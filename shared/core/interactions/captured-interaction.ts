import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { Participant } from '../conversations/conversation.ts';
import { derivedId } from '../kernel/ids.ts';

export const InteractionKind = z.enum(['comment', 'reply', 'direct_message', 'mention', 'story_mention']);
export type InteractionKind = z.infer<typeof InteractionKind>;

/** Who said it; platforms withhold the author from some tokens, so every field but the name may be unknown. */
export const Author = z.object({
  externalId: z.string().nullable(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  followers: z.int().nullable(),
  verified: z.boolean().nullable(),
});
export type Author = z.infer<typeof Author>;

/** An interaction as a provider reported it, in one form for all providers and for webhook and sync alike. */
export const CapturedInteraction = z.object({
  provider: Provider,
  accountId: z.string(),
  externalId: z.string(),
  kind: InteractionKind,
  contentExternalId: z.string().nullable(),
  /** The comment that this is a reply to; null at the top level. */
  parentExternalId: z.string().nullable(),
  author: Author,
  /** Written by the connected page itself, as far as the provider tells. */
  isFromOwner: z.boolean(),
  text: z.string(),
  attachments: z.array(z.object({ kind: z.string(), url: z.string().nullable() })),
  permalink: z.string().nullable(),
  likeCount: z.int(),
  replyCount: z.int(),
  isHidden: z.boolean(),
  commentedAt: z.string(),
  capturedAt: z.string(),
  /** When the platform showed it so, where a message tells that: it may be delivered late, again and in any order. */
  asOf: z.string().optional(),
  /** When it has to be gone from here; absent where it may stay. */
  expiresAt: z.string().optional(),
  source: z.enum(['webhook', 'sync']),
  /** Of messages alone: the person on the other side of the conversation, whoever wrote. */
  participant: Participant.optional(),
  /** When the platform takes its attachments away, as it does with stories. */
  attachmentsExpireAt: z.string().optional(),
});
export type CapturedInteraction = z.infer<typeof CapturedInteraction>;

/** The platform says that an interaction is gone; it may arrive before the interaction itself (CM-11). */
export const RemovedInteraction = z.object({
  provider: Provider,
  accountId: z.string(),
  externalId: z.string(),
  removedAt: z.string(),
});
export type RemovedInteraction = z.infer<typeof RemovedInteraction>;

/** The identity of an interaction: the same comment has the same id however often and by whatever way it is seen. */
export function interactionIdOf(captured: {
  provider: Provider;
  accountId: string;
  externalId: string;
}): string {
  return derivedId('int', captured.provider, captured.accountId, captured.externalId);
}

/** The identity of a piece of content, derived like that of an interaction. */
export function contentIdOf(content: { provider: Provider; accountId: string; externalId: string }): string {
  return derivedId('con', content.provider, content.accountId, content.externalId);
}
