import { type GraphCall, requirePage, requireToken } from './graph-call.ts';
import { GraphError, invalidParameter, missingObject } from './graph-error.ts';
import { type GraphNode, parseFields, project } from './graph-fields.ts';
import { listAnswer } from './graph-list.ts';
import { graphTime, instantOf } from './graph-time.ts';
import { type Comment, type MetaState, type Post, repliesTo, threadBelow } from './state.ts';
import { type NewComment, removeComment, writeComment } from './thread.ts';

const LongestComment = 8_000;

/** `/{post or comment}/comments`: only what `filter`, `order` and `since` select, and nothing for a person's token. */
export function listComments(call: GraphCall, parent: Post | Comment): unknown {
  const token = requireToken(call);
  if (token.kind !== 'page') return { data: [] };
  requirePage(call, token, parent.pageId, 'pages_read_user_content');
  const nodes = selectComments(call, parent).map((comment) => commentNode(call.state, comment));
  const answer = listAnswer(nodes, {
    path: call.path,
    params: call.params,
    fields: parseFields(call.params.get('fields')),
  });
  if (!call.params.has('summary')) return answer;
  return { ...answer, summary: { order: 'chronological', total_count: nodes.length, can_comment: true } };
}

/** Without `filter=stream` or an order, Graph filters and ranks: hidden comments and whole levels are missing. */
function selectComments(call: GraphCall, parent: Post | Comment): Comment[] {
  const { params, state } = call;
  const everyLevel = params.get('filter') === 'stream';
  const order = params.get('order');
  const since = instantOf(params.get('since')) ?? 0;
  const selected = (everyLevel ? threadBelow(state, parent.id) : repliesTo(state, parent.id)).filter(
    (comment) => comment.createdAt >= since && (everyLevel || order !== null || !comment.isHidden),
  );
  return order === 'reverse_chronological' ? selected.reverse() : selected;
}

/** `/{comment}` */
export function readComment(call: GraphCall, comment: Comment): unknown {
  requirePage(call, requireToken(call), comment.pageId, 'pages_read_user_content');
  return project(commentNode(call.state, comment), parseFields(call.params.get('fields')));
}

/** `POST /{post or comment}/comments`: the page answers. */
export function postComment(call: GraphCall, parent: Post | Comment): unknown {
  const page = requirePage(call, requireToken(call), parent.pageId, 'pages_manage_engagement');
  const message = call.params.get('message') ?? '';
  if (message.trim() === '') throw invalidParameter('(#100) The comment must not be empty.');
  if (message.length > LongestComment) throw invalidParameter('(#100) The comment is too long.');
  const answer: NewComment = {
    parent,
    author: { id: page.id, name: page.name },
    message,
    createdAt: call.now,
  };
  const comment = writeComment(call, answer);
  return project(commentNode(call.state, comment), parseFields(call.params.get('fields') ?? 'id'));
}

/** `POST /{comment}`: hides, shows, or edits the page's own. */
export function changeComment(call: GraphCall, comment: Comment): unknown {
  requirePage(call, requireToken(call), comment.pageId, 'pages_manage_engagement');
  const isHidden = call.params.get('is_hidden');
  const message = call.params.get('message');
  if (isHidden !== null) hide(call, comment, isHidden === 'true' || isHidden === '1');
  if (message !== null) {
    if (comment.author.id !== comment.pageId)
      throw new GraphError(403, 200, '(#200) Only own comments can be edited.');
    call.state.comments.put(comment.id, { ...comment, message });
    call.webhooks.comment('edited', { ...comment, message });
  }
  return { success: true };
}

function hide(call: GraphCall, comment: Comment, isHidden: boolean): void {
  if (comment.author.id === comment.pageId)
    throw invalidParameter('(#100) A page cannot hide its own comment.');
  call.state.comments.put(comment.id, { ...comment, isHidden });
  call.webhooks.comment(isHidden ? 'hide' : 'unhide', { ...comment, isHidden });
}

/** `DELETE /{comment}` */
export function deleteComment(call: GraphCall, comment: Comment): unknown {
  requirePage(call, requireToken(call), comment.pageId, 'pages_manage_engagement');
  removeComment(call, comment);
  return { success: true };
}

/** `POST` and `DELETE /{comment}/likes` */
export function likeComment(call: GraphCall, comment: Comment): unknown {
  requirePage(call, requireToken(call), comment.pageId, 'pages_manage_engagement');
  const likedByPage = call.method === 'POST';
  const change = Number(likedByPage) - Number(comment.likedByPage);
  call.state.comments.put(comment.id, { ...comment, likedByPage, likes: comment.likes + change });
  return { success: true };
}

export function requireComment(state: MetaState, id: string): Comment {
  const comment = state.comments.get(id);
  if (!comment) throw missingObject(id);
  return comment;
}

function commentNode(state: MetaState, comment: Comment): GraphNode {
  const isOwn = comment.author.id === comment.pageId;
  return {
    id: comment.id,
    fields: {
      message: comment.message,
      created_time: graphTime(comment.createdAt),
      from: comment.author,
      like_count: comment.likes,
      user_likes: comment.likedByPage,
      comment_count: repliesTo(state, comment.id).length,
      is_hidden: comment.isHidden,
      is_private: false,
      can_hide: !isOwn,
      can_remove: true,
      can_comment: true,
      can_reply_privately: !isOwn,
      permalink_url: `https://www.facebook.com/${comment.postId.replace('_', '/posts/')}?comment_id=${comment.id.split('_').at(1)}`,
      parent: comment.parentId === null ? undefined : { id: comment.parentId },
      object: { id: comment.postId },
    },
    defaults: ['created_time', 'from', 'message'],
    edges: {
      comments: (request) => {
        const replies = repliesTo(state, comment.id).map((reply) => commentNode(state, reply));
        return listAnswer(replies, {
          path: `/${comment.id}/comments`,
          params: request.arguments,
          fields: request.fields,
        });
      },
    },
  };
}
