import { type GraphCall, requireToken } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { mediaInsights } from '../insights.ts';
import { readAccount } from './accounts.ts';
import { deleteComment, hideComment, listComments, postComment, readComment } from './comments.ts';
import { listMedia, readMedia } from './media.ts';
import { answerMention } from './mentions.ts';
import type { InstagramComment, Media } from './state.ts';
import { listTags } from './tags.ts';

/** Answers for Instagram's objects, which live in the same graph as Facebook's; undefined for all others. */
export function performOnInstagram(
  call: GraphCall,
  id: string,
  edge: string | undefined,
): { answer: unknown } | undefined {
  const { accounts, media, comments } = call.state.instagram;
  if (accounts.get(id)) return { answer: performOnAccount(call, id, edge) };
  const oneMedia = media.get(id);
  if (oneMedia) return { answer: performOnMedia(call, oneMedia, edge) };
  const comment = comments.get(id);
  return comment && { answer: performOnComment(call, comment, edge) };
}

function performOnAccount(call: GraphCall, id: string, edge: string | undefined): unknown {
  if (edge === undefined) return readAccount(call, id);
  if (edge === 'media') return listMedia(call, id);
  if (edge === 'tags') return listTags(call, id);
  if (edge === 'mentions' && call.method === 'POST') return answerMention(call, id);
  throw unknownEdge(call, edge);
}

function performOnMedia(call: GraphCall, media: Media, edge: string | undefined): unknown {
  if (edge === undefined) return readMedia(call, media);
  if (edge === 'insights') return mediaInsights(call, media);
  if (edge === 'comments')
    return call.method === 'POST' ? postComment(call, media) : listComments(call, media);
  throw unknownEdge(call, edge);
}

function performOnComment(call: GraphCall, comment: InstagramComment, edge: string | undefined): unknown {
  const { method } = call;
  if (edge === 'replies') return method === 'POST' ? postComment(call, comment) : listComments(call, comment);
  if (edge !== undefined) throw unknownEdge(call, edge);
  if (method === 'POST') return hideComment(call, comment);
  if (method === 'DELETE') return deleteComment(call, comment);
  return readComment(call, comment);
}

/** Instagram has no edge for likes of a comment, for one. */
function unknownEdge(call: GraphCall, edge: string): GraphError {
  requireToken(call);
  return new GraphError(400, 100, `(#100) Tried accessing nonexisting field (${edge})`);
}
