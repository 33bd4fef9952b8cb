import * as z from 'zod';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { instagramCommands } from './instagram/control.ts';
import { messageCommands } from './messages/control.ts';
import type { Meta } from './meta-world.ts';
import { type Comment, Fault, type Post, postsOf, repliesTo } from './state.ts';
import { removeComment, writeComment } from './thread.ts';
import { askForDeletion, removeApp } from './withdrawals.ts';

const NewPage = z.strictObject({
  name: z.string(),
  category: z.string().default('Brand'),
  ticked: z.boolean().default(false),
});
const NewPost = z.strictObject({ message: z.string(), hoursAgo: z.number().default(0) });
const NewComment = z.strictObject({
  message: z.string(),
  author: z.strictObject({ id: z.string().optional(), name: z.string() }).default({ name: 'A customer' }),
  /** The page itself writes, as a person at facebook.com would for it. */
  asPage: z.boolean().default(false),
  minutesAgo: z.number().default(0),
});
const CommentChange = z.strictObject({ message: z.string().optional(), isHidden: z.boolean().optional() });
const Revocation = z.strictObject({ pageId: z.string(), subcode: z.int().default(460) });

type Command = (meta: Meta, id: string, body: unknown) => unknown;

/** `/_sim/world/meta/…`: what the demo and the tests do to the simulated Meta, as its customers and its faults. */
const commands: Record<string, Command> = {
  'GET /pages': (meta) => meta.state.pages.all(),
  'POST /pages': createPage,
  'GET /pages/:id': (meta, id) => ({
    ...meta.state.pages.get(id),
    posts: postsOf(meta.state, id).map((post) => ({ ...post, comments: threadOf(meta, post) })),
  }),
  'POST /pages/:id/posts': createPost,
  'POST /posts/:id/comments': (meta, id, body) => comment(meta, meta.state.posts.get(id), body),
  'GET /comments/:id': (meta, id) => {
    const found = meta.state.comments.get(id);
    return found && { ...found, replies: threadOf(meta, found) };
  },
  'POST /comments/:id/replies': (meta, id, body) => comment(meta, meta.state.comments.get(id), body),
  'PATCH /comments/:id': changeComment,
  'DELETE /comments/:id': (meta, id) => {
    const found = meta.state.comments.get(id);
    if (found) removeComment(meta, found);
    return found && { deleted: true };
  },
  'GET /faults': (meta) => meta.state.faults.all(),
  'POST /faults': (meta, _id, body) => {
    const fault = Fault.parse(body);
    meta.state.faults.put(meta.state.nextNumber(), fault);
    return fault;
  },
  'DELETE /faults': (meta) => {
    for (const { id } of meta.state.faults.entries()) meta.state.faults.delete(id);
    return { deleted: true };
  },
  'POST /revocations': revokeTokens,
  'POST /deauthorizations': removeApp,
  'POST /data-deletions': askForDeletion,
  'GET /calls': (meta) => meta.usage.calls(),
  'GET /webhooks': (meta) => meta.state.deliveries.all(),
  ...instagramCommands,
  ...messageCommands,
};

export async function answerControl(meta: Meta, request: WorldRequest): Promise<WorldResponse> {
  const [collection = '', id = '', part] = request.path.split('/').slice(1).map(decodeURIComponent);
  const pattern = [`${request.method} /${collection}`, id && ':id', part].filter(Boolean).join('/');
  const command = commands[pattern];
  if (!command) return json(404, { error: `Unknown command ${pattern}.`, commands: Object.keys(commands) });
  try {
    const text = request.body.toString('utf8');
    const result = await command(meta, id, text === '' ? {} : JSON.parse(text));
    return result === undefined ? json(404, { error: `There is no ${id}.` }) : json(200, result);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}

function createPage({ state }: Meta, _id: string, body: unknown): unknown {
  const { name, category, ticked } = NewPage.parse(body);
  const page = { id: state.nextNumber(), name, category, tickedByDefault: ticked, subscribedFields: null };
  state.pages.put(page.id, page);
  return page;
}

function createPost({ state, context }: Meta, pageId: string, body: unknown): unknown {
  if (!state.pages.get(pageId)) return undefined;
  const { message, hoursAgo } = NewPost.parse(body);
  const createdAt = context.now() - hoursAgo * 3_600_000;
  const post: Post = {
    id: `${pageId}_${state.nextNumber()}`,
    pageId,
    message,
    createdAt,
    reactions: 0,
    shares: 0,
  };
  state.posts.put(post.id, post);
  return post;
}

function comment(meta: Meta, parent: Post | Comment | undefined, body: unknown): unknown {
  const page = parent && meta.state.pages.get(parent.pageId);
  if (!page) return undefined;
  const { message, author, asPage, minutesAgo } = NewComment.parse(body);
  const customer = { id: author.id ?? meta.state.nextNumber(), name: author.name };
  return writeComment(meta, {
    parent,
    author: asPage ? { id: page.id, name: page.name } : customer,
    message,
    createdAt: meta.context.now() - minutesAgo * 60_000,
  });
}

function changeComment(meta: Meta, id: string, body: unknown): unknown {
  const found = meta.state.comments.get(id);
  if (!found) return undefined;
  const { message, isHidden } = CommentChange.parse(body);
  const changed: Comment = {
    ...found,
    message: message ?? found.message,
    isHidden: isHidden ?? found.isHidden,
  };
  meta.state.comments.put(id, changed);
  if (changed.message !== found.message) meta.webhooks.comment('edited', changed);
  if (changed.isHidden !== found.isHidden)
    meta.webhooks.comment(changed.isHidden ? 'hide' : 'unhide', changed);
  return changed;
}

/** The person changes the password, or takes the app's rights: every token of the page is refused from now on. */
function revokeTokens({ state }: Meta, _id: string, body: unknown): unknown {
  const { pageId, subcode } = Revocation.parse(body);
  const tokens = state.tokens.entries().filter(({ document }) => document.pageId === pageId);
  for (const { id, document } of tokens) state.tokens.put(id, { ...document, revokedBySubcode: subcode });
  return { revoked: tokens.length };
}

function threadOf(meta: Meta, parent: Post | Comment): unknown[] {
  return repliesTo(meta.state, parent.id).map((reply) => ({
    ...reply,
    isFromPage: reply.author.id === reply.pageId,
    replies: threadOf(meta, reply),
  }));
}

function json(status: number, body: unknown): WorldResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
