import { type ApiCall, numberWithin, optional, required, requireProfile, requireVideo } from './api-call.ts';
import { type Comment, threadOf } from './state.ts';
import { badParameter } from './tiktok-error.ts';

/** Behind these the others come by likes, and some of them a second time. */
const OrderedComments = 500;
const LongestReplyList = 3;

/** `/business/comment/list/` */
export function listComments(call: ApiCall): unknown {
  const video = requireVideo(call, requireProfile(call, 'comment.list'));
  const wanted = idsOf(call);
  if (wanted && wanted.length > 30) throw badParameter('comment_ids: At most 30.');
  const all = visible(call, threadOf(call.state, video.id, null));
  const chosen = wanted ? all.filter(({ id }) => wanted.includes(id)) : all;
  return pageOf(call, sorted(call, chosen));
}

/** `/business/comment/reply/list/` */
export function listReplies(call: ApiCall): unknown {
  const video = requireVideo(call, requireProfile(call, 'comment.list'));
  if (optional(call, 'sort_order') === 'smart') throw badParameter('sort_order: smart is not supported.');
  const replies = threadOf(call.state, video.id, required(call, 'comment_id'));
  return pageOf(call, sorted(call, visible(call, replies)));
}

/** The comment of this account that a call is about, whether on the top level or below. */
export function requireComment(call: ApiCall, openId: string): Comment {
  const comment = call.state.comments.get(required(call, 'comment_id'));
  if (comment?.openId !== openId) throw badParameter('comment_id: The comment does not exist.');
  return comment;
}

export function commentNode(comment: Comment): Record<string, unknown> {
  const { author, parentId } = comment;
  return {
    comment_id: comment.id,
    video_id: comment.videoId,
    user_id: author.uniqueId,
    unique_identifier: author.uniqueId,
    create_time: String(Math.floor(comment.createdAt / 1_000)),
    text: comment.text,
    likes: comment.likes,
    owner: comment.isOwner,
    liked: comment.likedByOwner,
    pinned: false,
    status: comment.status,
    username: author.username,
    display_name: author.displayName,
    profile_image: `https://www.tiktok.com/@${author.username}/picture?x-expires=1`,
    ...(parentId !== null && { parent_comment_id: parentId }),
  };
}

function visible(call: ApiCall, comments: Comment[]): Comment[] {
  return optional(call, 'status') === 'PUBLIC'
    ? comments.filter(({ status }) => status === 'PUBLIC')
    : comments;
}

/** `smart`, which nobody can foretell, is simulated by likes. */
function sorted(call: ApiCall, comments: Comment[]): Comment[] {
  const order = optional(call, 'sort_order') ?? 'smart';
  const byTime = order !== 'smart' && optional(call, 'sort_field') === 'create_time';
  const ordered = byTime ? [...comments] : [...comments].sort((one, other) => one.likes - other.likes);
  if (order !== 'asc') ordered.reverse();
  const first = ordered.slice(0, OrderedComments);
  const rest = ordered.slice(OrderedComments).sort((one, other) => other.likes - one.likes);
  const repeated = rest.length > 0 ? first.filter((_, index) => index % 25 === 0) : [];
  return [...first, ...repeated, ...rest];
}

/** A page may be shorter than asked for although there is more. */
function pageOf(call: ApiCall, comments: Comment[]): Record<string, unknown> {
  const cursor = numberWithin(call, 'cursor', [0, 0, Number.MAX_SAFE_INTEGER]);
  const count = numberWithin(call, 'max_count', [1, 20, 30]);
  const isShort = comments.length > cursor + count;
  const end = cursor + (isShort ? Math.max(1, count - 3) : count);
  return {
    comments: comments.slice(cursor, end).map((comment) => withReplies(call, comment)),
    cursor: Math.min(end, comments.length),
    has_more: end < comments.length,
  };
}

function withReplies(call: ApiCall, comment: Comment): Record<string, unknown> {
  const replies = visible(call, threadOf(call.state, comment.videoId, comment.id));
  const shown = optional(call, 'include_replies') === 'true' ? replies.slice(0, LongestReplyList) : [];
  return { ...commentNode(comment), replies: replies.length, reply_list: shown.map(commentNode) };
}

function idsOf(call: ApiCall): string[] | undefined {
  const text = optional(call, 'comment_ids');
  return text === undefined ? undefined : (JSON.parse(text) as string[]);
}
