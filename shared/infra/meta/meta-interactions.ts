import * as z from 'zod';
import type { InteractionClient } from '../../core/accounts/platform-interactions.ts';
import { isProviderError } from '../../core/accounts/provider-error.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import { PostTimeoutMilliseconds, type ReplyTarget, type VisibleReply } from '../../core/replies/platform.ts';
import type { GraphClient } from './graph-client.ts';
import { lookFailed, postFailed } from './graph-outcome.ts';
import { MessengerChannel } from './message-channel.ts';
import { GraphComment, instantOf } from './meta-mapping.ts';
import { isMessage, metaMessages } from './meta-messages.ts';

const Created = z.object({ id: z.string() });
const Success = z.object({ success: z.boolean() });
const WriteTimeoutMilliseconds = 10_000;
const Fields = 'id,message,created_time,from{id,name},is_hidden';

/** What is seen and done below a comment of a Facebook page, with the page's token. */
export function metaInteractions(graph: GraphClient): InteractionClient {
  const messages = metaMessages(graph, MessengerChannel);
  return {
    send: messages.send,

    look: async (account, target, token) => {
      if (isMessage(target)) return messages.look(account, target, token);
      try {
        const comment = await graph.get(GraphComment, `/${target.externalId}`, token, { fields: Fields });
        const replies = await visibleReplies(graph, account, target, token);
        return { kind: 'found', comment: { text: comment.message, isHidden: comment.is_hidden }, replies };
      } catch (error) {
        if (isProviderError(error)) return lookFailed(error);
        throw error;
      }
    },

    post: async (account, target, token, text) => {
      if (isMessage(target)) return messages.post(account, target, token, text);
      try {
        const path = `/${target.externalId}/comments`;
        const created = await graph.write(
          Created,
          'POST',
          path,
          token,
          { message: text },
          PostTimeoutMilliseconds,
        );
        return { kind: 'posted', externalReplyId: created.id };
      } catch (error) {
        if (isProviderError(error)) return postFailed(error);
        throw error;
      }
    },

    setHidden: async (_account, { externalId }, token, isHidden) => {
      const params = { is_hidden: String(isHidden) };
      await graph.write(Success, 'POST', `/${externalId}`, token, params, WriteTimeoutMilliseconds);
    },

    setLiked: async (_account, { externalId }, token, isLiked) => {
      const method = isLiked ? 'POST' : 'DELETE';
      await graph.write(Success, method, `/${externalId}/likes`, token, {}, WriteTimeoutMilliseconds);
    },

    remove: async (_account, { externalId }, token) => {
      await graph.write(Success, 'DELETE', `/${externalId}`, token, {}, WriteTimeoutMilliseconds);
    },
  };
}

async function visibleReplies(
  graph: GraphClient,
  account: SocialAccount,
  { externalId }: ReplyTarget,
  token: string,
): Promise<VisibleReply[]> {
  const params = { fields: Fields, filter: 'stream', order: 'reverse_chronological', limit: '100' };
  const replies: VisibleReply[] = [];
  for await (const reply of graph.list(GraphComment, `/${externalId}/comments`, token, params)) {
    replies.push({
      externalId: reply.id,
      isOwn: reply.from?.id === account.externalId,
      text: reply.message,
      createdAt: instantOf(reply.created_time),
    });
  }
  return replies;
}
