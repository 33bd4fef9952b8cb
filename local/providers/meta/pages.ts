import { type GraphCall, requirePage, requireToken } from './graph-call.ts';
import { invalidParameter } from './graph-error.ts';
import { type FieldRequest, type GraphNode, parseFields, project } from './graph-fields.ts';
import { listAnswer } from './graph-list.ts';
import { graphTime, instantOf } from './graph-time.ts';
import { linkedAccount } from './instagram/accounts.ts';
import { type MetaState, type Page, type Post, postsOf, repliesTo, threadBelow } from './state.ts';

/** `/{page}` */
export function readPage(call: GraphCall, pageId: string): unknown {
  const page = requirePage(call, requireToken(call), pageId, 'pages_read_engagement');
  return project(pageNode(call, page), parseFields(call.params.get('fields')));
}

/** `/{page}/feed`, `/posts` and `/published_posts`: newest first, between `since` and `until`. */
export function listPosts(call: GraphCall, pageId: string): unknown {
  requirePage(call, requireToken(call), pageId, 'pages_read_engagement');
  const since = instantOf(call.params.get('since')) ?? 0;
  const until = instantOf(call.params.get('until')) ?? Number.POSITIVE_INFINITY;
  const posts = postsOf(call.state, pageId).filter(
    (post) => post.createdAt >= since && post.createdAt <= until,
  );
  const nodes = posts.map((post) => postNode(call.state, post));
  return listAnswer(nodes, {
    path: call.path,
    params: call.params,
    fields: parseFields(call.params.get('fields')),
  });
}

/** `/{post}` */
export function readPost(call: GraphCall, post: Post): unknown {
  requirePage(call, requireToken(call), post.pageId, 'pages_read_engagement');
  return project(postNode(call.state, post), parseFields(call.params.get('fields')));
}

/** `/{page}/subscribed_apps` */
export function subscriptions(call: GraphCall, pageId: string): unknown {
  const page = requirePage(call, requireToken(call), pageId, 'pages_manage_metadata');
  if (call.method === 'GET') {
    const subscribed = page.subscribedFields;
    return { data: subscribed ? [{ id: '1020304050607080', subscribed_fields: subscribed }] : [] };
  }
  const fields = (call.params.get('subscribed_fields') ?? '').split(',').filter((field) => field !== '');
  if (call.method === 'POST' && fields.length === 0) {
    throw invalidParameter('(#100) Param subscribed_fields must be non-empty.');
  }
  if (fields.some((field) => field.startsWith('message'))) requireMessaging(call, page.id);
  call.state.pages.put(page.id, { ...page, subscribedFields: call.method === 'POST' ? fields : null });
  return { success: true };
}

/** Webhooks of messages need a permission for them, of the page or of its Instagram account. */
function requireMessaging(call: GraphCall, pageId: string): void {
  const token = requireToken(call);
  const isGranted = ['pages_messaging', 'instagram_manage_messages'].some((scope) =>
    token.grant.scopes.includes(scope),
  );
  if (!isGranted) requirePage(call, token, pageId, 'pages_messaging');
}

function pageNode(call: GraphCall, page: Page): GraphNode {
  return {
    id: page.id,
    fields: {
      name: page.name,
      category: page.category,
      picture: { data: { url: `https://graph.facebook.com/${page.id}/picture`, is_silhouette: false } },
      link: `https://www.facebook.com/${page.id}`,
    },
    defaults: ['name'],
    edges: { instagram_business_account: (request) => linkedAccount(call, page, request) },
  };
}

function postNode(state: MetaState, post: Post): GraphNode {
  return {
    id: post.id,
    fields: {
      message: post.message,
      created_time: graphTime(post.createdAt),
      updated_time: graphTime(post.createdAt),
      permalink_url: `https://www.facebook.com/${post.id.replace('_', '/posts/')}`,
      status_type: 'mobile_status_update',
      is_published: true,
      from: { id: post.pageId, name: state.pages.get(post.pageId)?.name },
      shares: post.shares > 0 ? { count: post.shares } : undefined,
    },
    defaults: ['created_time', 'message'],
    edges: {
      reactions: () => ({ data: [], summary: { total_count: post.reactions } }),
      comments: (request) => commentSummary(state, post, request),
    },
  };
}

function commentSummary(state: MetaState, post: Post, request: FieldRequest): unknown {
  const everyLevel = request.arguments.get('filter') === 'stream';
  const comments = everyLevel ? threadBelow(state, post.id) : repliesTo(state, post.id);
  return { data: [], summary: { order: 'chronological', total_count: comments.length, can_comment: true } };
}
