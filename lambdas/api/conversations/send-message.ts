import { SendMessage } from '../../../shared/contract/api/conversations.ts';
import {
  type SendMessageDeps,
  sendMessage as send,
} from '../../../shared/core/conversations/send-message.ts';
import { actorIdOf } from '../../../shared/core/kernel/tenant-context.ts';
import { route } from '../../../shared/runtime/route.ts';
import { messageView } from './message-view.ts';

export const sendMessage = (deps: SendMessageDeps) =>
  route(SendMessage, async ({ context, params, body }) => {
    const memberId = actorIdOf(context);
    const sent = await send(deps, context, { ...params, ...body, memberId });
    const { interactionId: messageId, commentedAt: sentAt } = sent;
    return messageView({ messageId, sentAt, sentBy: { kind: 'member', memberId } }, sent);
  });
