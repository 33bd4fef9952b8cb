import type * as contract from '../../../../shared/contract/api/conversations.ts';
import { type Answer, operation } from '../../lib/operation.ts';

export type Conversation = Answer<typeof contract.GetConversation>;
export type Message = Answer<typeof contract.ListMessages>['items'][number];

export const ListConversations = operation<typeof contract.ListConversations>(
  'GET',
  '/v1/conversations',
  false,
);
export const GetConversation = operation<typeof contract.GetConversation>(
  'GET',
  '/v1/conversations/{conversationId}',
  false,
);
export const ListMessages = operation<typeof contract.ListMessages>(
  'GET',
  '/v1/conversations/{conversationId}/messages',
  false,
);
export const SendMessage = operation<typeof contract.SendMessage>(
  'POST',
  '/v1/conversations/{conversationId}/messages',
  true,
);
