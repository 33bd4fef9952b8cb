import * as z from 'zod';
import { keptUntil } from '../../core/accounts/retention.ts';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Content } from '../../core/content/content.ts';
import { type CapturedInteraction, contentIdOf } from '../../core/interactions/captured-interaction.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';

/** Figures are written as texts; what the channel hides is left out. */
const Figure = z.coerce.number().int().optional();
const Thumbnails = z.record(z.string(), z.object({ url: z.string() })).default({});

export const Channel = z.object({
  id: z.string(),
  snippet: z.object({ title: z.string(), thumbnails: Thumbnails }),
});
export type Channel = z.infer<typeof Channel>;

export const Video = z.object({
  id: z.string(),
  snippet: z.object({
    publishedAt: z.string(),
    title: z.string(),
    description: z.string().default(''),
    thumbnails: Thumbnails,
  }),
  statistics: z.object({ likeCount: Figure, commentCount: Figure }).default({}),
});
export type Video = z.infer<typeof Video>;

export const Comment = z.object({
  id: z.string(),
  snippet: z.object({
    authorDisplayName: z.string().default(''),
    authorChannelId: z.object({ value: z.string() }).optional(),
    authorProfileImageUrl: z.string().optional(),
    textDisplay: z.string(),
    parentId: z.string().optional(),
    likeCount: z.int().default(0),
    /** Told to the channel's owner in lists alone. */
    moderationStatus: z.string().optional(),
    publishedAt: z.string(),
    updatedAt: z.string(),
  }),
});
export type Comment = z.infer<typeof Comment>;

export const Thread = z.object({
  id: z.string(),
  snippet: z.object({
    videoId: z.string().optional(),
    totalReplyCount: z.int().default(0),
    topLevelComment: Comment,
  }),
  /** Only some of the replies. */
  replies: z.object({ comments: z.array(Comment) }).default({ comments: [] }),
});
export type Thread = z.infer<typeof Thread>;

type Owner = Pick<SocialAccount, 'accountId' | 'externalId'>;

/** Comments that wait for the owner's review belong to what was said below the video, so they are counted too. */
export function contentOf(video: Video, heldComments: number, account: Owner, capturedAt: Instant): Content {
  const { snippet, statistics } = video;
  const key = { provider: 'youtube', accountId: account.accountId, externalId: video.id } as const;
  return {
    ...key,
    contentId: contentIdOf(key),
    kind: 'video',
    title: snippet.title,
    text: snippet.description,
    permalink: `https://www.youtube.com/watch?v=${video.id}`,
    imageUrl: pictureOf(snippet.thumbnails),
    postedAt: instantOf(snippet.publishedAt),
    campaignId: null,
    reading: null,
    statistics: {
      reactions: statistics.likeCount ?? null,
      comments: statistics.commentCount === undefined ? null : statistics.commentCount + heldComments,
      shares: null,
    },
    capturedAt,
  };
}

interface Place {
  videoId: string;
  replyCount: number;
  isHeld: boolean;
}

export function interactionOf(
  { id, snippet }: Comment,
  { videoId, replyCount, isHeld }: Place,
  account: Owner,
  capturedAt: Instant,
): CapturedInteraction {
  return {
    provider: 'youtube',
    accountId: account.accountId,
    externalId: id,
    kind: snippet.parentId ? 'reply' : 'comment',
    contentExternalId: videoId,
    parentExternalId: snippet.parentId ?? null,
    author: {
      externalId: snippet.authorChannelId?.value ?? null,
      name: snippet.authorDisplayName,
      avatarUrl: snippet.authorProfileImageUrl ?? null,
      followers: null,
      verified: null,
    },
    isFromOwner: isOwn(snippet, account),
    text: snippet.textDisplay,
    attachments: [],
    permalink: `https://www.youtube.com/watch?v=${videoId}&lc=${id}`,
    likeCount: snippet.likeCount,
    replyCount,
    isHidden: isHeld || (snippet.moderationStatus ?? 'published') !== 'published',
    commentedAt: instantOf(snippet.publishedAt),
    capturedAt,
    expiresAt: keptUntil('youtube', capturedAt),
    source: 'sync',
  };
}

export function isOwn(
  { authorChannelId }: Comment['snippet'],
  { externalId }: Pick<Owner, 'externalId'>,
): boolean {
  return authorChannelId?.value === externalId;
}

export function pictureOf(thumbnails: z.infer<typeof Thumbnails>): string | null {
  return (thumbnails['high'] ?? thumbnails['medium'] ?? thumbnails['default'])?.url ?? null;
}

/** YouTube leaves the milliseconds out where there are none. */
export function instantOf(time: string): Instant {
  return toInstant(Date.parse(time));
}
