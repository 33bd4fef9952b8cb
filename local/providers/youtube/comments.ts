import * as z from 'zod';
import { escapeHtml } from './html.ts';
import { type Comment, ModerationStatus, repliesTo, topCommentsOf, writeComment } from './state.ts';
import {
  listAnswer,
  requireOwner,
  requireParameter,
  requireScope,
  type YouTubeCall,
} from './youtube-call.ts';
import { YouTubeError } from './youtube-error.ts';
import { youtubeTime } from './youtube-time.ts';

const LongestComment = 10_000;
const InlineReplies = 5;

const NewReply = z.object({
  snippet: z.object({ parentId: z.string().optional(), textOriginal: z.string().optional() }),
});

/** `/commentThreads`: of a video or a whole channel, with one moderation status at a time. */
export function listThreads(call: YouTubeCall): unknown {
  requireScope(call);
  const { state, query } = call;
  const status = ModerationStatus.parse(query.get('moderationStatus') ?? 'published');
  const threads = topCommentsOf(state, placeOf(call)).filter((comment) => comment.status === status);
  if (query.get('order') !== 'time') threads.sort((one, other) => other.likes - one.likes);
  return listAnswer(call, 'commentThread', threads, (comment) => threadResource(call, comment), 20);
}

function placeOf(call: YouTubeCall): { videoId: string } | { channelId: string } {
  const { state, query } = call;
  const channelId = query.get('allThreadsRelatedToChannelId');
  const asksForHeld = query.has('moderationStatus') && query.get('moderationStatus') !== 'published';
  if (channelId !== null) {
    if (asksForHeld) requireOwner(call, channelId);
    return { channelId };
  }
  const video = state.videos.get(requireParameter(call, 'videoId'));
  if (!video)
    throw new YouTubeError(404, 'videoNotFound', 'The video cannot be found.', 'youtube.commentThread');
  if (asksForHeld) requireOwner(call, video.channelId);
  if (video.commentsDisabled) {
    const message = 'The video identified by the videoId parameter has disabled comments.';
    throw new YouTubeError(403, 'commentsDisabled', message, 'youtube.commentThread');
  }
  return { videoId: video.id };
}

/** `/comments`: the replies below a top comment, or one comment by its id. */
export function listComments(call: YouTubeCall): unknown {
  requireScope(call);
  const parentId = call.query.get('parentId');
  const comments =
    parentId === null
      ? requireParameter(call, 'id')
          .split(',')
          .flatMap((id) => call.state.comments.get(id) ?? [])
      : repliesTo(call.state, requireTop(call, parentId).id);
  const isList = parentId !== null;
  return listAnswer(call, 'comment', comments, (comment) => commentResource(call, comment, isList), 20);
}

/** `POST /comments`: the channel answers; the same text a second time is a second comment. */
export function insertReply(call: YouTubeCall): unknown {
  requireScope(call);
  const { parentId, textOriginal = '' } = NewReply.parse(JSON.parse(call.body)).snippet;
  if (!parentId) throw badComment('parentIdMissing', 'The comment must be a reply to another comment.');
  const parent = requireTop(call, parentId);
  if (textOriginal.trim() === '') throw badComment('commentTextRequired', 'The comment must not be empty.');
  if (textOriginal.length > LongestComment)
    throw badComment('commentTextTooLong', 'The comment is too long.');
  const author = call.state.channels.get(call.grant.channelId ?? '');
  if (!author)
    throw new YouTubeError(403, 'ineligibleAccount', 'The account has no channel.', 'youtube.comment');
  const written = writeComment(call.state, {
    parent,
    author: { id: author.id, name: author.title },
    text: textOriginal,
    publishedAt: call.now,
  });
  return commentResource(call, written, false);
}

/** `POST /comments/setModerationStatus` */
export function setModerationStatus(call: YouTubeCall): undefined {
  requireScope(call);
  const status = ModerationStatus.exclude(['likelySpam']).parse(requireParameter(call, 'moderationStatus'));
  for (const id of requireParameter(call, 'id').split(',')) {
    const comment = call.state.comments.get(id);
    if (!comment)
      throw new YouTubeError(404, 'commentNotFound', 'The comment cannot be found.', 'youtube.comment');
    requireOwner(call, comment.channelId);
    call.state.comments.put(id, { ...comment, status });
  }
}

/** `DELETE /comments`: only who wrote a comment can delete it, with all that was said below it. */
export function deleteComment(call: YouTubeCall): undefined {
  requireScope(call);
  const id = requireParameter(call, 'id');
  const comment = call.state.comments.get(id);
  if (!comment)
    throw new YouTubeError(404, 'commentNotFound', 'The comment cannot be found.', 'youtube.comment');
  if (comment.author.id !== call.grant.channelId)
    throw new YouTubeError(403, 'forbidden', 'The comment cannot be deleted.', 'youtube.comment');
  for (const reply of repliesTo(call.state, id)) call.state.comments.delete(reply.id);
  call.state.comments.delete(id);
}

function requireTop({ state }: YouTubeCall, id: string): Comment {
  const comment = state.comments.get(id);
  if (comment?.parentId === null) return comment;
  const message = 'The specified parent comment could not be found.';
  throw new YouTubeError(404, 'parentCommentNotFound', message, 'youtube.comment');
}

function badComment(reason: string, message: string): YouTubeError {
  return new YouTubeError(400, reason, message, 'youtube.comment');
}

function threadResource(call: YouTubeCall, comment: Comment): unknown {
  const replies = repliesTo(call.state, comment.id);
  const inline = replies.slice(-InlineReplies).map((reply) => commentResource(call, reply, true));
  return {
    kind: 'youtube#commentThread',
    id: comment.id,
    snippet: {
      channelId: comment.channelId,
      videoId: comment.videoId,
      topLevelComment: commentResource(call, comment, true),
      canReply: true,
      totalReplyCount: replies.length,
      isPublic: comment.status === 'published',
    },
    ...(inline.length > 0 && { replies: { comments: inline } }),
  };
}

/** The moderation status is told to the owner alone, and never to whoever asks for an id. */
function commentResource({ grant, query }: YouTubeCall, comment: Comment, isInList: boolean): unknown {
  const { id, channelId, parentId, author, text, likes, status, publishedAt, updatedAt } = comment;
  return {
    kind: 'youtube#comment',
    id,
    snippet: {
      channelId,
      textDisplay: query.get('textFormat') === 'plainText' ? text : escapeHtml(text).replaceAll('\n', '<br>'),
      ...(author.id === grant.channelId && { textOriginal: text }),
      ...(parentId !== null && { parentId }),
      authorDisplayName: `@${author.name.replaceAll(' ', '').toLowerCase()}`,
      authorProfileImageUrl: `https://yt3.ggpht.com/${author.id}`,
      authorChannelId: { value: author.id },
      likeCount: likes,
      ...(isInList && channelId === grant.channelId && { moderationStatus: status }),
      publishedAt: youtubeTime(publishedAt),
      updatedAt: youtubeTime(updatedAt),
    },
  };
}
