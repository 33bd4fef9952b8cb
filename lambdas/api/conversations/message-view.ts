import type { MessageView } from '../../../shared/contract/api/conversations.ts';
import type { MessagePlace } from '../../../shared/core/conversations/ports.ts';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';

/** A message as its conversation shows it: where it stands, and what it says by now. */
export function messageView(
  { messageId, sentAt, sentBy }: Pick<MessagePlace, 'messageId' | 'sentAt' | 'sentBy'>,
  interaction: Interaction,
): MessageView {
  const { kind, text, attachments, isFromOwner, status, attachmentsExpireAt = null } = interaction;
  return { messageId, kind, text, attachments, isFromOwner, status, sentAt, sentBy, attachmentsExpireAt };
}
