import type { ConversationStore } from '../../../shared/core/conversations/ports.ts';
import type { SendMessageDeps } from '../../../shared/core/conversations/send-message.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { clock } from '../../../shared/runtime/live/clock.ts';
import { conversations } from '../../../shared/runtime/live/conversations.ts';
import { interactions } from '../../../shared/runtime/live/interactions.ts';
import { platformMessages } from '../../../shared/runtime/live/platform-replies.ts';
import { requestSync } from '../../../shared/runtime/live/request-sync.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getConversation } from './get-conversation.ts';
import { listConversations } from './list-conversations.ts';
import { listMessages } from './list-messages.ts';
import { sendMessage } from './send-message.ts';

interface Deps extends SendMessageDeps {
  conversations: ConversationStore;
}

export const createConversationsHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource([listConversations(deps), getConversation(deps), listMessages(deps), sendMessage(deps)], options);

export const handler = createConversationsHandler({
  accounts,
  clock,
  conversations,
  interactions,
  messages: platformMessages,
  requestSync,
});
