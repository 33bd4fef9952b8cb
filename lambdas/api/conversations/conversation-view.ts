import type { ConversationView } from '../../../shared/contract/api/conversations.ts';
import { type Conversation, writableUntil } from '../../../shared/core/conversations/conversation.ts';

export function conversationView(conversation: Conversation): ConversationView {
  return { ...conversation, writableUntil: writableUntil(conversation) };
}
