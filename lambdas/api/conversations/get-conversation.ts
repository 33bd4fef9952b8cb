import { GetConversation } from '../../../shared/contract/api/conversations.ts';
import type { ConversationStore } from '../../../shared/core/conversations/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { conversationView } from './conversation-view.ts';

export const getConversation = (deps: { conversations: Pick<ConversationStore, 'find'> }) =>
  route(GetConversation, async ({ context, params }) => {
    const conversation = await deps.conversations.find(context, params.conversationId);
    if (!conversation) throw notFound('The conversation');
    return conversationView(conversation);
  });
