import type { GraphCall } from '../graph-call.ts';
import { GraphError, invalidParameter } from '../graph-error.ts';
import { type GraphNode, parseFields, project } from '../graph-fields.ts';
import { listAnswer } from '../graph-list.ts';
import { graphTime } from '../graph-time.ts';
import { requireAccount } from './accounts.ts';
import { commentsBelow, type InstagramComment, type Media } from './state.ts';
import { removeComment, writeComment } from './thread.ts';

const LongestComment = 2_200;
const LargestPage = 50;
const Permission = 'instagram_manage_comments';

/** `/{media}/comments` and `/{comment}/replies`: one level, newest first, 50 at most; no order and no time can be asked for. */
export function listComments(call: GraphCall, parent: Media | InstagramComment): unknown {
  requireAccount(call, parent.accountId, Permission);
  const nodes = commentsBelow(call.state.instagram, parent).map((comment) => commentNode(call, comment));
  const fields = parseFields(call.params.get('fields'));
  return listAnswer(nodes, { path: call.path, params: call.params, fields, largestLimit: LargestPage });
}

/** `/{comment}` */
export function readComment(call: GraphCall, comment: InstagramComment): unknown {
  requireAccount(call, comment.accountId, Permission);
  return project(commentNode(call, comment), parseFields(call.params.get('fields')));
}

/** `POST /{media}/comments` and `POST /{comment}/replies`: the account writes. */
export function postComment(call: GraphCall, parent: Media | InstagramComment): unknown {
  const { id, username } = requireAccount(call, parent.accountId, Permission);
  const text = call.params.get('message') ?? '';
  if (text.trim() === '') throw invalidParameter('(#100) The message must not be empty.');
  if (text.length > LongestComment) throw invalidParameter('(#100) The message is too long.');
  if ('isHidden' in parent && parent.isHidden)
    throw invalidParameter('(#100) A hidden comment cannot be answered.');
  return { id: writeComment(call, parent, { author: { id, username }, text, createdAt: call.now }).id };
}

/** `POST /{comment}`: what is written as `hide` is read as `hidden`. */
export function hideComment(call: GraphCall, comment: InstagramComment): unknown {
  requireAccount(call, comment.accountId, Permission);
  const hide = call.params.get('hide');
  if (hide !== 'true' && hide !== 'false') throw invalidParameter('(#100) The parameter hide is required.');
  if (comment.author.id === comment.accountId)
    throw new GraphError(400, 100, '(#100) Comments of the owner cannot be hidden.');
  call.state.instagram.comments.put(comment.id, { ...comment, isHidden: hide === 'true' });
  return { success: true };
}

/** `DELETE /{comment}` */
export function deleteComment(call: GraphCall, comment: InstagramComment): unknown {
  requireAccount(call, comment.accountId, Permission);
  removeComment(call.state, comment);
  return { success: true };
}

function commentNode(call: GraphCall, comment: InstagramComment): GraphNode {
  const { id, text, createdAt, author, likes, isHidden, parentId, mediaId } = comment;
  return {
    id,
    fields: {
      text,
      timestamp: graphTime(createdAt),
      username: author.username,
      from: author,
      like_count: likes,
      hidden: isHidden,
      parent_id: parentId,
      media: { id: mediaId },
    },
    defaults: ['timestamp', 'text'],
    edges: {
      replies: (request) => {
        const replies = commentsBelow(call.state.instagram, comment);
        if (replies.length === 0) return undefined;
        return listAnswer(
          replies.map((reply) => commentNode(call, reply)),
          {
            path: `/${id}/replies`,
            params: request.arguments,
            fields: request.fields,
            largestLimit: LargestPage,
          },
        );
      },
    },
  };
}
