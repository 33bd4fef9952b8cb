import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Conversation, SentBy } from '../../core/conversations/conversation.ts';
import { InteractionKind } from '../../core/interactions/captured-interaction.ts';
import { InteractionStatus } from '../../core/interactions/interaction.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';

const Params = z.object({ conversationId: z.string() });
const read = { role: 'viewer', scope: 'interactions:read' } as const;
const write = { role: 'agent', scope: 'interactions:write' } as const;

const ConversationView = Conversation.extend({
  /** Until when people may write here; null while the person has not written. */
  writableUntil: z.string().nullable(),
});
export type ConversationView = z.infer<typeof ConversationView>;

const MessageView = z.object({
  /** Also the id of its interaction, which tells all about it. */
  messageId: z.string(),
  kind: InteractionKind,
  text: z.string(),
  attachments: z.array(z.object({ kind: z.string(), url: z.string().nullable() })),
  isFromOwner: z.boolean(),
  status: InteractionStatus,
  sentAt: z.string(),
  /** Null for what was written on the platform itself. */
  sentBy: SentBy.nullable(),
  /** When the platform takes the attachments away, as it does with stories. */
  attachmentsExpireAt: z.string().nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

export const ListConversations = endpoint({
  id: 'listConversations',
  method: 'GET',
  path: '/v1/conversations',
  resource: 'conversations',
  access: read,
  summary: 'Direct messages by person, the latest first',
  query: PageQuery.extend({
    accountId: z.string().optional(),
    provider: Provider.optional(),
    /** Whether the person wrote last. */
    unanswered: z.enum(['true', 'false']).optional(),
  }),
  status: 200,
  response: pageOf(ConversationView),
});

export const GetConversation = endpoint({
  id: 'getConversation',
  method: 'GET',
  path: '/v1/conversations/{conversationId}',
  resource: 'conversations',
  access: read,
  summary: 'One conversation',
  params: Params,
  status: 200,
  response: ConversationView,
});

export const ListMessages = endpoint({
  id: 'listMessages',
  method: 'GET',
  path: '/v1/conversations/{conversationId}/messages',
  resource: 'conversations',
  access: read,
  summary: 'The messages of a conversation on both sides, the newest first',
  params: Params,
  query: PageQuery,
  status: 200,
  response: pageOf(MessageView),
});

export const SendMessage = endpoint({
  id: 'sendMessage',
  method: 'POST',
  path: '/v1/conversations/{conversationId}/messages',
  resource: 'conversations',
  access: write,
  summary: 'Write in a conversation',
  description:
    'Possible until `writableUntil`. Answers 409 `message_refused` with the reason of the platform, and `message_unconfirmed` when the platform did not say what became of it: it is never sent a second time.',
  params: Params,
  body: z.strictObject({ text: z.string().trim().min(1).max(2_000) }),
  status: 201,
  response: MessageView,
  idempotent: true,
});

export const conversationsEndpoints = [ListConversations, GetConversation, ListMessages, SendMessage];
