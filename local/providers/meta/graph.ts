import type { WorldRequest, WorldResponse } from '../provider.ts';
import { facebookPerson } from './app.ts';
import {
  changeComment,
  deleteComment,
  likeComment,
  listComments,
  postComment,
  readComment,
  requireComment,
} from './comments.ts';
import { type GraphCall, requireToken } from './graph-call.ts';
import { errorAnswer, GraphError, missingObject } from './graph-error.ts';
import { postInsights } from './insights.ts';
import { performOnInstagram } from './instagram/graph.ts';
import { listConversations, readMessage, readPerson } from './messages/conversations.ts';
import { sendMessage } from './messages/send.ts';
import { accessToken, accounts, debugToken, permissions } from './oauth.ts';
import { listPosts, readPage, readPost, subscriptions } from './pages.ts';
import { type Post, repliesTo } from './state.ts';

/** Answers graph.facebook.com: the effect happens here, faults and headers are laid around it. */
export function answerGraph(call: GraphCall): WorldResponse {
  try {
    return jsonAnswer(perform(call));
  } catch (error) {
    if (error instanceof GraphError) return errorAnswer(error);
    throw error;
  }
}

/** Any version is accepted: an expired one is served by the oldest that lives. */
export function segmentsOf(request: WorldRequest): string[] {
  const segments = request.path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent);
  return /^v\d+\.\d+$/.test(segments[0] ?? '') ? segments.slice(1) : segments;
}

function jsonAnswer(body: unknown): WorldResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  };
}

function perform(call: GraphCall): unknown {
  const [first = '', second] = call.segments;
  if (first === 'oauth' && second === 'access_token') return accessToken(call);
  if (first === 'debug_token') return debugToken(call);
  if (first === 'me') return performOnMe(call, second);
  if (call.state.pages.get(first)) return performOnPage(call, first, second);
  const onInstagram = performOnInstagram(call, first, second);
  if (onInstagram) return onInstagram.answer;
  const message = call.state.messages.messages.get(first);
  if (message) return readMessage(call, message);
  if (call.state.messages.messages.all().some(({ person }) => person.id === first)) {
    return readPerson(call, first);
  }
  const post = call.state.posts.get(first);
  return post ? performOnPost(call, post, second) : performOnComment(call, first, second);
}

function performOnMe(call: GraphCall, edge: string | undefined): unknown {
  if (edge === 'permissions') return permissions(call);
  if (edge === 'accounts') return accounts(call);
  const token = requireToken(call);
  if (token.pageId !== null) return performOnPage(call, token.pageId, edge);
  if (edge === undefined) return facebookPerson;
  throw unknownPath(call);
}

function performOnPage(call: GraphCall, pageId: string, edge: string | undefined): unknown {
  if (edge === undefined) return readPage(call, pageId);
  if (edge === 'feed' || edge === 'posts' || edge === 'published_posts') return listPosts(call, pageId);
  if (edge === 'conversations') return listConversations(call, pageId);
  if (edge === 'messages' && call.method === 'POST') return sendMessage(call, pageId);
  if (edge === 'subscribed_apps') return subscriptions(call, pageId);
  throw unknownPath(call);
}

function performOnPost(call: GraphCall, post: Post, edge: string | undefined): unknown {
  if (edge === undefined && call.method === 'GET') return readPost(call, post);
  if (edge === 'insights') return postInsights(call, post);
  if (edge === 'comments') return call.method === 'POST' ? postComment(call, post) : listComments(call, post);
  throw unknownPath(call);
}

function performOnComment(call: GraphCall, id: string, edge: string | undefined): unknown {
  requireToken(call);
  const comment = requireComment(call.state, id);
  const { method } = call;
  if (edge === 'comments')
    return method === 'POST' ? postComment(call, comment) : listComments(call, comment);
  if (edge === 'likes' && method !== 'GET') return likeComment(call, comment);
  if (edge === 'likes') return { data: [], summary: { total_count: comment.likes } };
  if (edge !== undefined) throw unknownPath(call);
  if (method === 'POST') return changeComment(call, comment);
  if (method === 'DELETE') return deleteComment(call, comment);
  return readComment(call, comment);
}

function unknownPath(call: GraphCall): GraphError {
  const [id = ''] = call.segments;
  return repliesTo(call.state, id).length > 0
    ? new GraphError(400, 100, `(#100) Tried accessing nonexisting field (${call.segments[1]})`)
    : missingObject(id);
}
