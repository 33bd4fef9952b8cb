import * as z from 'zod';
import type { InteractionClient } from '../../core/accounts/platform-interactions.ts';
import { isProviderError } from '../../core/accounts/provider-error.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import {
  type Look,
  PostTimeoutMilliseconds,
  type ReplyTarget,
  type VisibleReply,
} from '../../core/replies/platform.ts';
import type { GraphClient } from '../meta/graph-client.ts';
import { lookFailed, postFailed } from '../meta/graph-outcome.ts';
import { InstagramChannel } from '../meta/message-channel.ts';
import { instantOf } from '../meta/meta-mapping.ts';
import { isMessage, metaMessages } from '../meta/meta-messages.ts';
import { InstagramReply, isOwn, ReplyFields } from './instagram-mapping.ts';
import { readMentioning } from './mention.ts';

const Created = z.object({ id: z.string() });
const Success = z.object({ success: z.boolean() });
const WriteTimeoutMilliseconds = 10_000;

/** Unconfirmed: the Graph documentation names no length; this is where Instagram's own app ends. */
const LongestReply = 2_200;

/** What is seen and done below a comment or a mention on Instagram, with the token of the linked page. */
export function instagramInteractions(graph: GraphClient): InteractionClient {
  const messages = metaMessages(graph, InstagramChannel);
  return {
    send: messages.send,

    look: async (account, target, token) => {
      if (isMessage(target)) return messages.look(account, target, token);
      try {
        return await (target.kind === 'mention'
          ? lookAtMention(graph, account, target, token)
          : lookAtComment(graph, account, target, token));
      } catch (error) {
        if (isProviderError(error)) return lookFailed(error);
        throw error;
      }
    },

    post: async (account, target, token, text) => {
      if (isMessage(target)) return messages.post(account, target, token, text);
      if (text.length > LongestReply) {
        const reason = `Instagram takes at most ${LongestReply} characters.`;
        return { kind: 'refused', code: 'not_allowed', reason };
      }
      try {
        const { path, params } = answerTo(account, target, text);
        const created = await graph.write(Created, 'POST', path, token, params, PostTimeoutMilliseconds);
        return { kind: 'posted', externalReplyId: created.id };
      } catch (error) {
        if (isProviderError(error)) return postFailed(error);
        throw error;
      }
    },

    // Written as `hide`, read as `hidden`.
    setHidden: async (_account, { externalId }, token, isHidden) => {
      const params = { hide: String(isHidden) };
      await graph.write(Success, 'POST', `/${externalId}`, token, params, WriteTimeoutMilliseconds);
    },

    remove: async (_account, { externalId }, token) => {
      await graph.write(Success, 'DELETE', `/${externalId}`, token, {}, WriteTimeoutMilliseconds);
    },
  };
}

/** Only comments at the top can be answered: an answer to a reply hangs beside it. */
function threadOf({ externalId, parentExternalId }: ReplyTarget): string {
  return parentExternalId ?? externalId;
}

async function lookAtComment(
  graph: GraphClient,
  account: SocialAccount,
  target: ReplyTarget,
  token: string,
): Promise<Look> {
  const fields = { fields: ReplyFields };
  const comment = await graph.get(InstagramReply, `/${target.externalId}`, token, fields);
  const replies: VisibleReply[] = [];
  const params = { ...fields, limit: '50' };
  for await (const reply of graph.list(InstagramReply, `/${threadOf(target)}/replies`, token, params)) {
    // What stands beside a reply and is older answers something else.
    if (target.parentExternalId !== null && reply.timestamp < comment.timestamp) continue;
    if (reply.id === target.externalId) continue;
    replies.push({
      externalId: reply.id,
      isOwn: isOwn(reply, account),
      text: reply.text,
      createdAt: instantOf(reply.timestamp),
    });
  }
  return { kind: 'found', comment: { text: comment.text, isHidden: comment.hidden }, replies };
}

/** Answers to mentions cannot be listed. */
async function lookAtMention(
  graph: GraphClient,
  account: SocialAccount,
  { externalId, contentExternalId }: ReplyTarget,
  token: string,
): Promise<Look> {
  const key = { externalId, contentExternalId: contentExternalId ?? externalId, parentExternalId: null };
  const { text } = await readMentioning(graph, account, key, token);
  return { kind: 'found', comment: { text, isHidden: false }, replies: [] };
}

function answerTo(account: SocialAccount, target: ReplyTarget, message: string) {
  if (target.kind !== 'mention') return { path: `/${threadOf(target)}/replies`, params: { message } };
  const { externalId, contentExternalId } = target;
  const isCaption = contentExternalId === null || contentExternalId === externalId;
  const where = isCaption
    ? { media_id: externalId }
    : { media_id: contentExternalId, comment_id: externalId };
  return { path: `/${account.externalId}/mentions`, params: { ...where, message } };
}
