import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Collection, WorldStore } from '../world-store.ts';
import { type InstagramState, openInstagramState } from './instagram/state.ts';
import { type MessageState, openMessageState } from './messages/state.ts';

export const Page = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  /** Whether the dialog offers the page already ticked. */
  tickedByDefault: z.boolean(),
  /** Webhook fields that the app subscribed to; null while it is not subscribed. */
  subscribedFields: z.array(z.string()).nullable(),
});
export type Page = z.infer<typeof Page>;

export const Post = z.object({
  id: z.string(),
  pageId: z.string(),
  message: z.string(),
  createdAt: z.number(),
  reactions: z.int(),
  shares: z.int(),
});
export type Post = z.infer<typeof Post>;

export const Comment = z.object({
  id: z.string(),
  postId: z.string(),
  pageId: z.string(),
  /** The comment that this is a reply to; null at the top level. */
  parentId: z.string().nullable(),
  author: z.object({ id: z.string(), name: z.string() }),
  message: z.string(),
  createdAt: z.number(),
  isHidden: z.boolean(),
  likes: z.int(),
  likedByPage: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

export const Grant = z.object({
  scopes: z.array(z.string()),
  declined: z.array(z.string()),
  pageIds: z.array(z.string()),
  instagramIds: z.array(z.string()).default([]),
});
export type Grant = z.infer<typeof Grant>;

export const AuthorizationCode = z.object({ redirectUri: z.string(), grant: Grant, expiresAt: z.number() });

export const Token = z.object({
  kind: z.enum(['short', 'long', 'page']),
  pageId: z.string().nullable(),
  grant: Grant,
  issuedAt: z.number(),
  /** Null for a page token that came from a long-lived one: it has no date of its own. */
  expiresAt: z.number().nullable(),
  /** The subcode of the error 190 with which it is refused. */
  revokedBySubcode: z.int().nullable(),
});
export type Token = z.infer<typeof Token>;

export const Fault = z.object({
  kind: z.enum([
    'throttle_app',
    'throttle_page',
    'throttle_instagram',
    'token_invalid',
    'server_error',
    'server_error_after_effect',
    'lost_answer',
    'slow',
  ]),
  method: z.string().optional(),
  pathIncludes: z.string().optional(),
  times: z.int().positive().default(1),
  delayMilliseconds: z.int().positive().default(3_000),
});
export type Fault = z.infer<typeof Fault>;

export const Delivery = z.object({ body: z.string(), attempts: z.int(), nextAttemptAt: z.number() });
export type Delivery = z.infer<typeof Delivery>;

const Counter = z.object({ last: z.int() });

export interface MetaState {
  pages: Collection<Page>;
  posts: Collection<Post>;
  comments: Collection<Comment>;
  codes: Collection<z.infer<typeof AuthorizationCode>>;
  tokens: Collection<Token>;
  faults: Collection<Fault>;
  deliveries: Collection<Delivery>;
  instagram: InstagramState;
  messages: MessageState;
  /** The next number of an object; never given twice, also not after a restart. */
  nextNumber(): string;
}

const FirstNumber = 122_100_000_000_000;

export function openMetaState(store: WorldStore): MetaState {
  const counters = store.collection('meta.counters', Counter);
  return {
    pages: store.collection('meta.pages', Page),
    posts: store.collection('meta.posts', Post),
    comments: store.collection('meta.comments', Comment),
    codes: store.collection('meta.codes', AuthorizationCode),
    tokens: store.collection('meta.tokens', Token),
    faults: store.collection('meta.faults', Fault),
    deliveries: store.collection('meta.deliveries', Delivery),
    instagram: openInstagramState(store),
    messages: openMessageState(store),
    nextNumber: () => {
      const last = (counters.get('objects')?.last ?? 0) + 1;
      counters.put('objects', { last });
      return String(FirstNumber + last * 1_000 + randomBytes(1).readUInt8());
    },
  };
}

export function randomToken(prefix: string): string {
  return prefix + randomBytes(48).toString('base64url');
}

export function postsOf(state: MetaState, pageId: string): Post[] {
  return state.posts
    .all()
    .filter((post) => post.pageId === pageId)
    .sort((one, other) => other.createdAt - one.createdAt);
}

/** The direct answers to a post or comment, oldest first. */
export function repliesTo(state: MetaState, parentId: string): Comment[] {
  return state.comments
    .all()
    .filter((comment) => (comment.parentId ?? comment.postId) === parentId)
    .sort(byAge);
}

/** All answers below a post or comment on every level, oldest first. */
export function threadBelow(state: MetaState, parentId: string): Comment[] {
  const below = repliesTo(state, parentId).flatMap((reply) => [reply, ...threadBelow(state, reply.id)]);
  return below.sort(byAge);
}

function byAge(one: Comment, other: Comment): number {
  return one.createdAt - other.createdAt || one.id.localeCompare(other.id);
}
