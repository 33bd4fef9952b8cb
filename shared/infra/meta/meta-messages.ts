import * as z from 'zod';
import type { InteractionClient } from '../../core/accounts/platform-interactions.ts';
import { isProviderError } from '../../core/accounts/provider-error.ts';
import type { PlatformReader } from '../../core/content/ports.ts';
import type { MessageOutcome, Recipient } from '../../core/conversations/ports.ts';
import { PostTimeoutMilliseconds, type ReplyTarget } from '../../core/replies/platform.ts';
import type { GraphClient } from './graph-client.ts';
import { lookFailed, postFailed } from './graph-outcome.ts';
import type { MessageChannel } from './message-channel.ts';
import {
  GraphConversation,
  GraphMessage,
  isAccount,
  MessageFields,
  messageOf,
  nameOf,
  participantOf,
} from './message-mapping.ts';
import { instantOf } from './meta-mapping.ts';

const Sent = z.object({ message_id: z.string(), recipient_id: z.string() });
const Profile = z.object({ name: z.string().optional(), username: z.string().optional() });

/** Graph shows what the newest 20 messages of a conversation say, and no more. */
const ShownMessages = 20;
const ConversationsLimit = '25';

/** Direct messages are interactions of their own kinds, with another way to see and to answer them. */
export function isMessage({ kind }: Pick<ReplyTarget, 'kind'>): boolean {
  return kind === 'direct_message' || kind === 'story_mention';
}

type MessageClient = Required<Pick<InteractionClient, 'look' | 'post' | 'send'>>;

/** What is seen and done in the inbox of a page or of its Instagram account. */
export function metaMessages(graph: GraphClient, channel: MessageChannel): MessageClient {
  const send: MessageClient['send'] = async (_account, recipient, token, text) => {
    const fault = channel.faultOf(text);
    if (fault !== undefined) return { kind: 'refused', code: 'not_allowed', reason: fault };
    try {
      const params = { ...addressed(recipient), message: JSON.stringify({ text }) };
      const sent = await graph.write(Sent, 'POST', '/me/messages', token, params, PostTimeoutMilliseconds);
      return { kind: 'sent', externalId: sent.message_id, recipientExternalId: sent.recipient_id };
    } catch (error) {
      if (isProviderError(error)) return sendFailed(postFailed(error));
      throw error;
    }
  };

  return {
    look: async (account, { externalId, authorExternalId }, token) => {
      try {
        const message = await graph.get(GraphMessage, `/${externalId}`, token, { fields: MessageFields });
        const params = {
          platform: channel.platform,
          user_id: authorExternalId ?? undefined,
          fields: `id,updated_time,messages.limit(${ShownMessages}){${MessageFields}}`,
          limit: '1',
        };
        const [conversation] = await Array.fromAsync(
          graph.list(GraphConversation, '/me/conversations', token, params),
        );
        const later = (conversation?.messages.data ?? []).filter(
          ({ id, created_time: at }) => id !== externalId && at >= message.created_time,
        );
        const replies = later.map((reply) => ({
          externalId: reply.id,
          isOwn: reply.from !== undefined && isAccount(reply.from, account),
          text: reply.message,
          createdAt: instantOf(reply.created_time),
        }));
        return { kind: 'found', comment: { text: message.message, isHidden: false }, replies };
      } catch (error) {
        if (isProviderError(error)) return lookFailed(error);
        throw error;
      }
    },

    send,

    post: async (account, { authorExternalId }, token, text) => {
      if (authorExternalId === null) {
        return { kind: 'refused', code: 'not_allowed', reason: 'The platform does not say who wrote it.' };
      }
      const recipient = { kind: 'person', externalId: authorExternalId, isLate: false } as const;
      const outcome = await send(account, recipient, token, text);
      return outcome.kind === 'sent' ? { kind: 'posted', externalReplyId: outcome.externalId } : outcome;
    },
  };
}

type Failed = ReturnType<typeof postFailed>;

/** A failed request never counts as sent. */
function sendFailed(outcome: Failed): MessageOutcome {
  return outcome.kind === 'posted' ? { kind: 'uncertain', reason: 'Nobody knows.' } : outcome;
}

/** Late answers carry the tag for what people write themselves (platform policy, 2026-09-28). */
function addressed(recipient: Recipient): Record<string, string> {
  if (recipient.kind === 'commenter') {
    return { recipient: JSON.stringify({ comment_id: recipient.commentExternalId }) };
  }
  const to = { recipient: JSON.stringify({ id: recipient.externalId }) };
  return recipient.isLate
    ? { ...to, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
    : { ...to, messaging_type: 'RESPONSE' };
}

/** Reads the messages of an inbox, the conversations with the latest first. */
export function messageReader(
  graph: GraphClient,
  channel: MessageChannel,
): Required<Pick<PlatformReader, 'messages' | 'nameOf'>> {
  return {
    async *messages({ account, token, since, capturedAt }) {
      const params = {
        platform: channel.platform,
        fields: `id,updated_time,participants,messages.limit(${ShownMessages}){${MessageFields}}`,
        limit: ConversationsLimit,
      };
      for await (const conversation of graph.list(GraphConversation, '/me/conversations', token, params)) {
        if (since !== null && instantOf(conversation.updated_time) < since) return;
        const participant = participantOf(conversation, account);
        if (!participant) continue;
        for (const message of conversation.messages.data) {
          if (since !== null && instantOf(message.created_time) < since) break;
          yield messageOf(message, participant, account, capturedAt);
        }
      }
    },

    nameOf: async (token, personExternalId) =>
      nameOf(await graph.get(Profile, `/${personExternalId}`, token, { fields: channel.profileFields })),
  };
}
