import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import { GetConversation, ListConversations, ListMessages, SendMessage } from './operations.ts';

const ConversationsPerPage = 40;
const MessagesPerPage = 50;

export function useConversations(onlyUnanswered: boolean) {
  const api = useApi();
  return usePages([QueryKeys.conversations, { onlyUnanswered }], (cursor, signal) =>
    api.call(ListConversations, {
      query: { limit: ConversationsPerPage, cursor, ...(onlyUnanswered && { unanswered: 'true' }) },
      signal,
    }),
  );
}

export function useConversation(conversationId: string) {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.conversations, conversationId],
    queryFn: ({ signal }) => api.call(GetConversation, { params: { conversationId }, signal }),
  });
}

/** The newest first, as they are loaded. */
export function useMessages(conversationId: string) {
  const api = useApi();
  return usePages([QueryKeys.conversations, conversationId, 'messages'], (cursor, signal) =>
    api.call(ListMessages, { params: { conversationId }, query: { limit: MessagesPerPage, cursor }, signal }),
  );
}

export function useSendMessage(conversationId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (text: string) => api.call(SendMessage, { params: { conversationId }, body: { text } }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [QueryKeys.conversations] }),
        queries.invalidateQueries({ queryKey: [QueryKeys.interactions] }),
      ]),
  });
}
