import type { GraphCall } from '../graph-call.ts';
import { invalidParameter, missingObject } from '../graph-error.ts';
import { type FieldRequest, project } from '../graph-fields.ts';
import { graphTime } from '../graph-time.ts';
import { requireAccount } from './accounts.ts';
import type { InstagramAccount, Mention } from './state.ts';

const Permission = 'instagram_manage_comments';

/** `mentioned_media.media_id(…){…}`: the media whose caption mentions the account, or below which a comment does. */
export function mentionedMedia(call: GraphCall, account: InstagramAccount, request: FieldRequest): unknown {
  requireAccount(call, account.id, Permission);
  const mediaId = request.arguments.get('media_id') ?? '';
  const mention = mentionsOf(call, account).find((one) => one.mediaId === mediaId);
  if (!mention) throw missingObject(mediaId);
  const fields = {
    caption: mention.commentId === null ? mention.text : 'Somebody else’s media',
    media_type: 'IMAGE',
    permalink: `https://www.instagram.com/p/${mediaId}/`,
    timestamp: graphTime(mention.createdAt),
    username: mention.author,
    comments_count: 1,
  };
  return project({ id: mediaId, fields, defaults: [], edges: {} }, request.fields);
}

/** `mentioned_comment.comment_id(…){…}` */
export function mentionedComment(call: GraphCall, account: InstagramAccount, request: FieldRequest): unknown {
  requireAccount(call, account.id, Permission);
  const commentId = request.arguments.get('comment_id') ?? '';
  const mention = mentionsOf(call, account).find((one) => one.commentId === commentId);
  if (!mention) throw missingObject(commentId);
  const fields = {
    text: mention.text,
    timestamp: graphTime(mention.createdAt),
    username: mention.author,
    like_count: 0,
    media: { id: mention.mediaId },
  };
  return project({ id: commentId, fields, defaults: [], edges: {} }, request.fields);
}

/** `POST /{instagram account}/mentions`: answers below somebody else's media; nobody can list these answers. */
export function answerMention(call: GraphCall, accountId: string): unknown {
  const account = requireAccount(call, accountId, Permission);
  const id = call.params.get('comment_id') ?? call.params.get('media_id') ?? '';
  const mention = call.state.instagram.mentions.get(id);
  if (mention?.accountId !== account.id) throw missingObject(id);
  const text = call.params.get('message') ?? '';
  if (text.trim() === '') throw invalidParameter('(#100) The message must not be empty.');
  const answer = { id: `17${call.state.nextNumber()}`, text };
  call.state.instagram.mentions.put(id, { ...mention, answers: [...mention.answers, answer] });
  return { id: answer.id };
}

function mentionsOf({ state }: GraphCall, account: InstagramAccount): Mention[] {
  return state.instagram.mentions.all().filter(({ accountId }) => accountId === account.id);
}
