import * as z from 'zod';
import type { InteractionClient, ModerationTarget } from '../../core/accounts/platform-interactions.ts';
import { isProviderError, ProviderError, type ProviderFailure } from '../../core/accounts/provider-error.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import {
  type Look,
  type PostOutcome,
  PostTimeoutMilliseconds,
  type RefusalCode,
  type ReplyTarget,
} from '../../core/replies/platform.ts';
import { type TiktokClient, TiktokId } from './tiktok-client.ts';
import { findComment, repliesTo } from './tiktok-comments.ts';
import { instantOf, isHidden, type TiktokComment } from './tiktok-mapping.ts';

const Created = z.object({ comment_id: TiktokId });
const Nothing = z.unknown();

/** What is seen and done below the videos of an account, with its token. */
export function tiktokInteractions(client: TiktokClient): InteractionClient {
  return {
    look: async (account, target, token) => {
      try {
        const place = { account, token, videoId: videoOf(target) };
        const topId = target.parentExternalId ?? target.externalId;
        const thread = await Array.fromAsync(repliesTo(client, place, topId));
        const comment =
          target.parentExternalId === null
            ? await findComment(client, place, target.externalId)
            : thread.find(({ comment_id: id }) => id === target.externalId);
        return comment ? found(comment, thread) : { kind: 'gone' };
      } catch (error) {
        if (!isProviderError(error)) throw error;
        return { kind: 'unavailable', reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
      }
    },

    post: async (account, target, token, text) => {
      try {
        const path = '/business/comment/reply/create/';
        const reply = { ...nameOf(account, target), text };
        const created = await client.post(Created, path, token, reply, PostTimeoutMilliseconds);
        return { kind: 'posted', externalReplyId: created.comment_id };
      } catch (error) {
        if (isProviderError(error)) return postFailed(error);
        throw error;
      }
    },

    setHidden: async (account, target, token, shouldHide) => {
      const change = { ...nameOf(account, target), action: shouldHide ? 'HIDE' : 'UNHIDE' };
      await client.post(Nothing, '/business/comment/hide/', token, change);
    },

    setLiked: async (account, { externalId }, token, isLiked) => {
      const like = {
        business_id: account.externalId,
        comment_id: externalId,
        action: isLiked ? 'LIKE' : 'UNLIKE',
      };
      await client.post(Nothing, '/business/comment/like/', token, like);
    },

    // TikTok deletes the account's own comments alone.
    remove: async (account, { externalId }, token) => {
      const comment = { business_id: account.externalId, comment_id: externalId };
      await client.post(Nothing, '/business/comment/delete/', token, comment);
    },
  };
}

/** A thread has one level of replies: below a reply everything counts that was written after it. */
function found(comment: TiktokComment, thread: readonly TiktokComment[]): Look {
  const later = thread.filter(
    (reply) => reply.comment_id !== comment.comment_id && reply.create_time >= comment.create_time,
  );
  const replies = later.map((reply) => ({
    externalId: reply.comment_id,
    isOwn: reply.owner,
    text: reply.text,
    createdAt: instantOf(reply.create_time),
  }));
  return { kind: 'found', comment: { text: comment.text, isHidden: isHidden(comment) }, replies };
}

function nameOf(account: SocialAccount, target: ModerationTarget) {
  return { business_id: account.externalId, video_id: videoOf(target), comment_id: target.externalId };
}

function videoOf({ contentExternalId }: Pick<ReplyTarget, 'contentExternalId'>): string {
  if (contentExternalId !== null) return contentExternalId;
  throw new ProviderError('invalid_request', 'TikTok finds comments below their video alone.');
}

const RefusalOf: Partial<Record<ProviderFailure, RefusalCode>> = {
  unreachable: 'throttled',
  throttled: 'throttled',
  token_rejected: 'token_rejected',
  permission_missing: 'not_allowed',
  invalid_request: 'not_allowed',
};

function postFailed(error: ProviderError): PostOutcome {
  const code = RefusalOf[error.failure];
  if (code === undefined) return { kind: 'uncertain', reason: error.message };
  return { kind: 'refused', code, reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
}
