import { ListConversations } from '../../../shared/contract/api/conversations.ts';
import type { ConversationStore } from '../../../shared/core/conversations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { conversationView } from './conversation-view.ts';

export const listConversations = (deps: { conversations: Pick<ConversationStore, 'page'> }) =>
  route(ListConversations, async ({ context, query }) => {
    const { accountId, provider, unanswered, ...request } = query;
    const isUnanswered = unanswered === undefined ? undefined : unanswered === 'true';
    const filter = { accountId, provider, isUnanswered };
    const { items, cursor } = await deps.conversations.page(context, filter, request);
    return { items: items.map(conversationView), ...(cursor && { cursor }) };
  });
