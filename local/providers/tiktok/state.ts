import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Collection, WorldStore } from '../world-store.ts';

/** An account of TikTok that its owner may open to the app. */
export const Profile = z.object({
  /** The id towards this app; it begins with an underscore as real ones do. */
  openId: z.string(),
  username: z.string(),
  displayName: z.string(),
});
export type Profile = z.infer<typeof Profile>;

export const Video = z.object({
  id: z.string(),
  openId: z.string(),
  caption: z.string(),
  createdAt: z.number(),
  likes: z.int(),
  shares: z.int(),
});
export type Video = z.infer<typeof Video>;

export const Comment = z.object({
  id: z.string(),
  videoId: z.string(),
  openId: z.string(),
  /** The comment that this is a reply to; null at the top level. */
  parentId: z.string().nullable(),
  author: z.object({ uniqueId: z.string(), username: z.string(), displayName: z.string() }),
  isOwner: z.boolean(),
  text: z.string(),
  createdAt: z.number(),
  status: z.enum(['PUBLIC', 'HIDDEN']),
  likes: z.int(),
  likedByOwner: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

export const Grant = z.object({ openId: z.string(), scopes: z.array(z.string()) });
export type Grant = z.infer<typeof Grant>;

export const AuthorizationCode = z.object({ redirectUri: z.string(), grant: Grant, expiresAt: z.number() });

export const Token = z.object({
  kind: z.enum(['access', 'refresh']),
  grant: Grant,
  expiresAt: z.number(),
  /** Revoked by its owner, or a refresh token that was used. */
  isDead: z.boolean(),
});
export type Token = z.infer<typeof Token>;

export const Fault = z.object({
  kind: z.enum([
    'throttle',
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

export const Subscription = z.object({ callbackUrl: z.string() });

export const Delivery = z.object({
  url: z.string(),
  body: z.string(),
  attempts: z.int(),
  nextAttemptAt: z.number(),
});
export type Delivery = z.infer<typeof Delivery>;

export interface TiktokState {
  profiles: Collection<Profile>;
  videos: Collection<Video>;
  comments: Collection<Comment>;
  codes: Collection<z.infer<typeof AuthorizationCode>>;
  tokens: Collection<Token>;
  faults: Collection<Fault>;
  /** By kind of event; one for the whole app. */
  subscriptions: Collection<z.infer<typeof Subscription>>;
  deliveries: Collection<Delivery>;
  /** The next id; 19 digits, more than a JavaScript number holds, and never given twice. */
  nextId(): string;
}

const FirstId = 7_420_000_000_000_000_000n;

export function openTiktokState(store: WorldStore): TiktokState {
  const counters = store.collection('tiktok.counters', z.object({ last: z.int() }));
  return {
    profiles: store.collection('tiktok.profiles', Profile),
    videos: store.collection('tiktok.videos', Video),
    comments: store.collection('tiktok.comments', Comment),
    codes: store.collection('tiktok.codes', AuthorizationCode),
    tokens: store.collection('tiktok.tokens', Token),
    faults: store.collection('tiktok.faults', Fault),
    subscriptions: store.collection('tiktok.subscriptions', Subscription),
    deliveries: store.collection('tiktok.deliveries', Delivery),
    nextId: () => {
      const last = (counters.get('ids')?.last ?? 0) + 1;
      counters.put('ids', { last });
      return String(FirstId + BigInt(last) * 1_048_573n);
    },
  };
}

export function randomToken(prefix: string): string {
  return prefix + randomBytes(36).toString('base64url');
}

export function videosOf(state: TiktokState, openId: string): Video[] {
  return state.videos
    .all()
    .filter((video) => video.openId === openId)
    .sort((one, other) => other.createdAt - one.createdAt);
}

/** The comments of a video, or the replies below a comment, oldest first. */
export function threadOf(state: TiktokState, videoId: string, parentId: string | null): Comment[] {
  return state.comments
    .all()
    .filter((comment) => comment.videoId === videoId && comment.parentId === parentId)
    .sort((one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1));
}
