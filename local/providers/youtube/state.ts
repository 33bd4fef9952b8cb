import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Collection, WorldStore } from '../world-store.ts';

export const Channel = z.object({ id: z.string(), title: z.string(), isMine: z.boolean() });
export type Channel = z.infer<typeof Channel>;

export const Video = z.object({
  id: z.string(),
  channelId: z.string(),
  title: z.string(),
  description: z.string(),
  publishedAt: z.number(),
  likes: z.int(),
  commentsDisabled: z.boolean(),
});
export type Video = z.infer<typeof Video>;

export const ModerationStatus = z.enum(['published', 'heldForReview', 'likelySpam', 'rejected']);
export type ModerationStatus = z.infer<typeof ModerationStatus>;

export const Comment = z.object({
  id: z.string(),
  videoId: z.string(),
  channelId: z.string(),
  /** The top comment that this is a reply to; threads have one level. */
  parentId: z.string().nullable(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  publishedAt: z.number(),
  updatedAt: z.number(),
  likes: z.int(),
  status: ModerationStatus,
});
export type Comment = z.infer<typeof Comment>;

const AuthorizationCode = z.object({
  redirectUri: z.string(),
  codeChallenge: z.string(),
  scopes: z.array(z.string()),
  channelId: z.string().nullable(),
  expiresAt: z.number(),
});

/** What a person agreed to; its key is the refresh token. */
export const Grant = z.object({
  scopes: z.array(z.string()),
  channelId: z.string().nullable(),
  isRevoked: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

const AccessToken = z.object({ refreshToken: z.string(), expiresAt: z.number() });

export const Fault = z.object({
  kind: z.enum([
    'quota_exceeded',
    'rate_limited',
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

/** The units of a day that the project has spent, and how many it has. */
const Quota = z.object({ day: z.string(), used: z.int(), limit: z.int() });
export type Quota = z.infer<typeof Quota>;

export interface YouTubeState {
  channels: Collection<Channel>;
  videos: Collection<Video>;
  comments: Collection<Comment>;
  codes: Collection<z.infer<typeof AuthorizationCode>>;
  grants: Collection<Grant>;
  accessTokens: Collection<z.infer<typeof AccessToken>>;
  faults: Collection<Fault>;
  quota: Collection<Quota>;
}

export function openYouTubeState(store: WorldStore): YouTubeState {
  return {
    channels: store.collection('youtube.channels', Channel),
    videos: store.collection('youtube.videos', Video),
    comments: store.collection('youtube.comments', Comment),
    codes: store.collection('youtube.codes', AuthorizationCode),
    grants: store.collection('youtube.grants', Grant),
    accessTokens: store.collection('youtube.accessTokens', AccessToken),
    faults: store.collection('youtube.faults', Fault),
    quota: store.collection('youtube.quota', Quota),
  };
}

export function randomId(prefix: string, bytes: number): string {
  return prefix + randomBytes(bytes).toString('base64url');
}

export function videosOf(state: YouTubeState, channelId: string): Video[] {
  return state.videos
    .all()
    .filter((video) => video.channelId === channelId)
    .sort((one, other) => other.publishedAt - one.publishedAt);
}

/** The replies below a top comment that everybody sees, oldest first. */
export function repliesTo(state: YouTubeState, parentId: string): Comment[] {
  return state.comments
    .all()
    .filter((comment) => comment.parentId === parentId && comment.status === 'published')
    .sort((one, other) => one.publishedAt - other.publishedAt);
}

export function topCommentsOf(
  state: YouTubeState,
  where: Partial<Pick<Comment, 'videoId' | 'channelId'>>,
): Comment[] {
  return state.comments
    .all()
    .filter(
      (comment) =>
        comment.parentId === null &&
        (where.videoId === undefined || comment.videoId === where.videoId) &&
        (where.channelId === undefined || comment.channelId === where.channelId),
    )
    .sort((one, other) => other.publishedAt - one.publishedAt);
}

interface NewComment {
  parent: Video | Comment;
  author: { id: string; name: string };
  text: string;
  publishedAt: number;
  status?: ModerationStatus;
  likes?: number;
}

export function writeComment(
  state: YouTubeState,
  { parent, author, text, publishedAt, status = 'published', likes = 0 }: NewComment,
): Comment {
  const top = 'videoId' in parent ? (parent.parentId ?? parent.id) : null;
  const comment: Comment = {
    id: top === null ? randomId('Ug', 18) : randomId(`${top}.`, 12),
    videoId: 'videoId' in parent ? parent.videoId : parent.id,
    channelId: parent.channelId,
    parentId: top,
    author,
    text,
    publishedAt,
    updatedAt: publishedAt,
    likes,
    status,
  };
  state.comments.put(comment.id, comment);
  return comment;
}

/** A deleted top comment takes its thread with it. */
export function removeComment(state: YouTubeState, comment: Comment): void {
  for (const other of state.comments.all()) {
    if (other.id === comment.id || other.parentId === comment.id) state.comments.delete(other.id);
  }
}
