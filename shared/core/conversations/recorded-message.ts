import type { Interaction } from '../interactions/interaction.ts';
import { conversationIdOf, type SentBy } from './conversation.ts';
import type { RecordedMessage } from './ports.ts';

const PreviewLength = 200;

/** Where a message stands; undefined for what belongs to no conversation. */
export function recordedMessage(
  interaction: Interaction,
  sentBy: SentBy | null,
): RecordedMessage | undefined {
  const { participant, interactionId, commentedAt, isFromOwner, text, provider, accountId } = interaction;
  if (!participant) return undefined;
  const of = { provider, accountId, participant };
  return {
    conversation: { ...of, conversationId: conversationIdOf(of) },
    messageId: interactionId,
    sentAt: commentedAt,
    isFromOwner,
    sentBy,
    preview: Array.from(text).slice(0, PreviewLength).join(''),
  };
}
