import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Instant } from '../../core/kernel/time.ts';
import type { TiktokClient } from './tiktok-client.ts';
import { instantOf, TiktokComment } from './tiktok-mapping.ts';

/**
 * An account may call each endpoint 40 times a minute and must then rest for five. One reading of a video stays below
 * that, so that it always comes to its end: its newest comments are read, and the replies of the newest of them.
 */
const MostPages = 35;
const MostReplyLists = 30;
const MostPagesOfReplies = 5;

const PageSize = '30';
const Newest = { status: 'ALL', sort_field: 'create_time', sort_order: 'desc', max_count: PageSize };

interface Place {
  account: Pick<SocialAccount, 'externalId'>;
  token: string;
  videoId: string;
}

/** A video's comments with their replies, newest first, each once: behind 500 TikTok repeats some. */
export async function* commentsOf(
  client: TiktokClient,
  place: Place,
  since: Instant | null,
): AsyncGenerator<TiktokComment> {
  const seen = new Set<string>();
  let replyLists = 0;
  const comments = client.list(TiktokComment, {
    ...listOf(place, '/business/comment/list/', { include_replies: 'true' }),
    mostPages: MostPages,
  });
  for await (const comment of comments) {
    if (seen.has(comment.comment_id)) continue;
    // Behind 500 the order is another one: an older comment no longer means that all others are older.
    if (since !== null && instantOf(comment.create_time) < since && seen.size < 500) return;
    seen.add(comment.comment_id);
    yield comment;
    if (comment.replies === 0) continue;
    const isWhole = comment.reply_list.length >= comment.replies && comment.reply_list.every(isComplete);
    if (isWhole) {
      for (const reply of comment.reply_list)
        yield withParent(TiktokComment.parse(reply), comment.comment_id);
    } else if (replyLists < MostReplyLists) {
      replyLists += 1;
      yield* repliesTo(client, place, comment.comment_id);
    }
  }
}

/** One comment of the top level; undefined where TikTok does not show it. */
export async function findComment(
  client: TiktokClient,
  place: Place,
  commentId: string,
): Promise<TiktokComment | undefined> {
  const query = { comment_ids: JSON.stringify([commentId]) };
  const list = { ...listOf(place, '/business/comment/list/', query), mostPages: 1 };
  for await (const comment of client.list(TiktokComment, list)) {
    if (comment.comment_id === commentId) return comment;
  }
  return undefined;
}

/** One reply below a comment; undefined where TikTok does not show it. */
export async function findReply(
  client: TiktokClient,
  place: Place,
  commentId: string,
  replyId: string,
): Promise<TiktokComment | undefined> {
  for await (const reply of repliesTo(client, place, commentId)) {
    if (reply.comment_id === replyId) return reply;
  }
  return undefined;
}

/** The newest replies below a comment, newest first. */
export async function* repliesTo(
  client: TiktokClient,
  place: Place,
  commentId: string,
): AsyncGenerator<TiktokComment> {
  const list = listOf(place, '/business/comment/reply/list/', { comment_id: commentId });
  for await (const reply of client.list(TiktokComment, { ...list, mostPages: MostPagesOfReplies })) {
    yield withParent(reply, commentId);
  }
}

function listOf({ account, token, videoId }: Place, path: string, query: Record<string, string>) {
  const place = { business_id: account.externalId, video_id: videoId };
  return { path, name: 'comments', token, query: { ...place, ...Newest, ...query } } as const;
}

/** The short form below a comment leaves out fields that the list of replies has. */
function isComplete(reply: TiktokComment['reply_list'][number]): boolean {
  return reply.create_time !== undefined && reply.unique_identifier !== undefined;
}

function withParent(reply: TiktokComment, commentId: string): TiktokComment {
  return { ...reply, parent_comment_id: reply.parent_comment_id ?? commentId };
}
