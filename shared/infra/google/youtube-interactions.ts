import * as z from 'zod';
import type { InteractionClient } from '../../core/accounts/platform-interactions.ts';
import {
  isProviderError,
  type ProviderError,
  type ProviderFailure,
} from '../../core/accounts/provider-error.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Instant } from '../../core/kernel/time.ts';
import {
  type Look,
  type PostOutcome,
  PostTimeoutMilliseconds,
  type RefusalCode,
  type ReplyTarget,
  type VisibleReply,
} from '../../core/replies/platform.ts';
import type { YouTubeClient } from './youtube-client.ts';
import { Comment, instantOf, isOwn, Thread } from './youtube-mapping.ts';

const Created = z.object({ id: z.string() });
const ModerationTimeoutMilliseconds = 10_000;
const CommentsPerPage = '100';

/** What is seen and done below a video of a channel, with the channel's access. */
export function youtubeInteractions(youtube: YouTubeClient): InteractionClient {
  const moderate = async (id: string, moderationStatus: string, token: string) => {
    await youtube.write(z.unknown(), '/comments/setModerationStatus', token, {
      params: { id, moderationStatus },
      timeoutMilliseconds: ModerationTimeoutMilliseconds,
    });
  };

  return {
    look: async (account, target, token) => {
      try {
        return await lookAt(youtube, account, target, token);
      } catch (error) {
        if (isProviderError(error)) return lookFailed(error);
        throw error;
      }
    },

    post: async (_account, target, token, text) => {
      try {
        const created = await youtube.write(Created, '/comments', token, {
          params: { part: 'snippet' },
          body: { snippet: { parentId: threadOf(target), textOriginal: text } },
          timeoutMilliseconds: PostTimeoutMilliseconds,
        });
        return { kind: 'posted', externalReplyId: created.id };
      } catch (error) {
        if (isProviderError(error)) return postFailed(error);
        throw error;
      }
    },

    setHidden: (_account, { externalId }, token, isHidden) =>
      moderate(externalId, isHidden ? 'heldForReview' : 'published', token),

    // Only authors can delete a comment; the owner of the channel can reject it, which nobody can list or undo here.
    remove: (_account, { externalId }, token) => moderate(externalId, 'rejected', token),

    removeOwn: async (_account, { externalId }, token) => {
      await youtube.write(z.unknown(), '/comments', token, {
        method: 'DELETE',
        params: { id: externalId },
        timeoutMilliseconds: ModerationTimeoutMilliseconds,
      });
    },
  };
}

/** Threads have one level: whatever is answered, the answer goes below the top comment. */
function threadOf({ externalId, parentExternalId }: ReplyTarget): string {
  return parentExternalId ?? externalId;
}

async function lookAt(
  youtube: YouTubeClient,
  account: SocialAccount,
  target: ReplyTarget,
  token: string,
): Promise<Look> {
  const params = { part: 'snippet', id: target.externalId, textFormat: 'plainText' };
  const [comment] = await Array.fromAsync(youtube.list(Comment, '/comments', token, params, 'acting'));
  if (!comment) return { kind: 'gone' };
  const isHidden = await isHeld(youtube, target, token);
  const written = instantOf(comment.snippet.publishedAt);
  const replies = await repliesSince(youtube, account, target, token, written);
  return { kind: 'found', comment: { text: comment.snippet.textDisplay, isHidden }, replies };
}

/** A comment that is read by its id tells nothing about its moderation: only the list of the held ones does. */
async function isHeld(youtube: YouTubeClient, target: ReplyTarget, token: string): Promise<boolean> {
  if (target.contentExternalId === null || target.parentExternalId !== null) return false;
  const params = {
    part: 'snippet',
    videoId: target.contentExternalId,
    moderationStatus: 'heldForReview',
    maxResults: CommentsPerPage,
  };
  for await (const { id } of youtube.list(Thread, '/commentThreads', token, params, 'acting')) {
    if (id === target.externalId) return true;
  }
  return false;
}

/** What the thread held before the target was written answers something else. */
async function repliesSince(
  youtube: YouTubeClient,
  account: SocialAccount,
  target: ReplyTarget,
  token: string,
  written: Instant,
): Promise<VisibleReply[]> {
  const params = {
    part: 'snippet',
    parentId: threadOf(target),
    textFormat: 'plainText',
    maxResults: CommentsPerPage,
  };
  const replies = await Array.fromAsync(youtube.list(Comment, '/comments', token, params, 'acting'));
  return replies
    .map(({ id, snippet }) => ({
      externalId: id,
      isOwn: isOwn(snippet, account),
      text: snippet.textDisplay,
      createdAt: instantOf(snippet.publishedAt),
    }))
    .filter(({ externalId, createdAt }) => externalId !== target.externalId && createdAt >= written);
}

function lookFailed(error: ProviderError): Look {
  if (error.failure === 'gone') return { kind: 'gone' };
  return { kind: 'unavailable', reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
}

const RefusalOf: Partial<Record<ProviderFailure, RefusalCode>> = {
  unreachable: 'throttled',
  throttled: 'throttled',
  token_rejected: 'token_rejected',
  gone: 'comment_gone',
  permission_missing: 'not_allowed',
  invalid_request: 'not_allowed',
};

/** A refusal only where YouTube certainly published nothing. */
function postFailed(error: ProviderError): PostOutcome {
  const code = RefusalOf[error.failure];
  if (code === undefined) return { kind: 'uncertain', reason: error.message };
  return { kind: 'refused', code, reason: error.message, retryAfterSeconds: error.retryAfterSeconds };
}
