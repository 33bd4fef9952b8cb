import {
  type ConversationView,
  GetConversation,
  ListConversations,
  ListMessages,
  type MessageView,
  SendMessage,
} from '../../../shared/contract/api/conversations.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const Hour = 3_600_000;

function aConversation(now: number, overrides: Partial<ConversationView>): ConversationView {
  return {
    conversationId: 'cnv_1',
    provider: 'instagram',
    accountId: 'acc_page',
    participant: { externalId: 'p_1', name: 'Clara Vogt' },
    preview: 'Do you have a table for four tonight?',
    lastMessageAt: new Date(now - Hour).toISOString(),
    isLastFromOwner: false,
    lastInboundAt: new Date(now - Hour).toISOString(),
    writableUntil: new Date(now + 23 * Hour).toISOString(),
    ...overrides,
  };
}

function aMessage(now: number, overrides: Partial<MessageView>): MessageView {
  return {
    messageId: 'int_dm_1',
    kind: 'direct_message',
    text: 'Do you have a table for four tonight?',
    attachments: [],
    isFromOwner: false,
    status: 'new',
    sentAt: new Date(now - Hour).toISOString(),
    sentBy: null,
    attachmentsExpireAt: null,
    ...overrides,
  };
}

/** Somebody who waits for an answer, and somebody whose window has closed. */
export function fakeConversations(now: number): FakeRoute[] {
  const conversations = [
    aConversation(now, {}),
    aConversation(now, {
      conversationId: 'cnv_2',
      participant: { externalId: 'p_2', name: 'Rui Matos' },
      preview: 'You are welcome!',
      isLastFromOwner: true,
      writableUntil: new Date(now - 50 * Hour).toISOString(),
    }),
  ];
  const messages = [
    aMessage(now, {}),
    aMessage(now, {
      messageId: 'int_dm_0',
      kind: 'story_mention',
      text: '',
      attachments: [{ kind: 'story_mention', url: null }],
      sentAt: new Date(now - 30 * Hour).toISOString(),
    }),
  ];
  const find = (conversationId: string): ConversationView => {
    const found = conversations.find((one) => one.conversationId === conversationId);
    if (!found) throw new FakeProblem(404, 'not_found', 'The conversation was not found.');
    return found;
  };
  return [
    fake(ListConversations, ({ query }) => ({
      items: conversations.filter((one) => query.unanswered !== 'true' || !one.isLastFromOwner),
    })),
    fake(GetConversation, ({ params }) => find(params.conversationId)),
    fake(ListMessages, () => ({ items: messages })),
    fake(SendMessage, ({ params, body }) => {
      const sentAt = new Date(now).toISOString();
      Object.assign(find(params.conversationId), { isLastFromOwner: true, preview: body.text });
      const sent = aMessage(now, {
        messageId: 'int_dm_2',
        text: body.text,
        isFromOwner: true,
        sentAt,
        sentBy: { kind: 'member', memberId: 'user-mara' },
      });
      messages.unshift(sent);
      return sent;
    }),
  ];
}
