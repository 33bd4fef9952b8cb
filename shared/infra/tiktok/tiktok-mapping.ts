import * as z from 'zod';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Content } from '../../core/content/content.ts';
import { titleOf } from '../../core/content/title-of.ts';
import { type CapturedInteraction, contentIdOf } from '../../core/interactions/captured-interaction.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';
import { TiktokId } from './tiktok-client.ts';

/** Seconds since 1970, as text. */
const UnixTime = z.coerce.number();

export const VideoFields = JSON.stringify([
  'item_id',
  'caption',
  'create_time',
  'share_url',
  'thumbnail_url',
  'likes',
  'comments',
  'shares',
]);

export const TiktokVideo = z.object({
  item_id: TiktokId,
  caption: z.string().default(''),
  create_time: UnixTime,
  share_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  likes: z.int().optional(),
  comments: z.int().optional(),
  shares: z.int().optional(),
});
export type TiktokVideo = z.infer<typeof TiktokVideo>;

const TiktokReply = z.object({
  comment_id: TiktokId,
  parent_comment_id: TiktokId.optional(),
  /** Stable across the API's products, unlike `user_id`. */
  unique_identifier: z.string().optional(),
  create_time: UnixTime.optional(),
  text: z.string().default(''),
  likes: z.int().default(0),
  replies: z.int().default(0),
  /** Written by the owner of the video, who is the connected account. */
  owner: z.boolean().default(false),
  status: z.string().default('PUBLIC'),
  username: z.string().optional(),
  display_name: z.string().optional(),
  image_url: z.string().optional(),
});

export const TiktokComment = TiktokReply.extend({
  create_time: UnixTime,
  reply_list: z.array(TiktokReply).default([]),
});
export type TiktokComment = z.infer<typeof TiktokComment>;

export function contentOf(
  video: TiktokVideo,
  { accountId }: Pick<SocialAccount, 'accountId'>,
  capturedAt: Instant,
): Content {
  const key = { provider: 'tiktok', accountId, externalId: video.item_id } as const;
  return {
    ...key,
    contentId: contentIdOf(key),
    kind: 'video',
    title: titleOf(video.caption),
    text: video.caption,
    permalink: video.share_url ?? null,
    imageUrl: video.thumbnail_url ?? null,
    postedAt: instantOf(video.create_time),
    campaignId: null,
    reading: null,
    statistics: {
      reactions: video.likes ?? null,
      comments: video.comments ?? null,
      shares: video.shares ?? null,
    },
    capturedAt,
  };
}

export function interactionOf(
  comment: TiktokComment,
  videoId: string,
  { accountId }: Pick<SocialAccount, 'accountId'>,
  capturedAt: Instant,
): CapturedInteraction {
  const parentId = parentOf(comment);
  return {
    provider: 'tiktok',
    accountId,
    externalId: comment.comment_id,
    kind: parentId === null ? 'comment' : 'reply',
    contentExternalId: videoId,
    parentExternalId: parentId,
    author: {
      externalId: comment.unique_identifier ?? null,
      name: comment.display_name || comment.username || '',
      // TikTok's pictures of people have addresses that end after some hours.
      avatarUrl: null,
      followers: null,
      verified: null,
    },
    isFromOwner: comment.owner,
    text: comment.text,
    attachments: comment.image_url ? [{ kind: 'image', url: comment.image_url }] : [],
    permalink: null,
    likeCount: comment.likes,
    replyCount: comment.replies,
    isHidden: isHidden(comment),
    commentedAt: instantOf(comment.create_time),
    capturedAt,
    source: 'sync',
  };
}

export function isHidden({ status }: Pick<TiktokComment, 'status'>): boolean {
  return status !== 'PUBLIC';
}

/** Zero stands for a comment on the top level. */
function parentOf({ parent_comment_id: parentId }: TiktokComment): string | null {
  return parentId === undefined || parentId === '0' ? null : parentId;
}

export function instantOf(unixTime: number): Instant {
  return toInstant(unixTime * 1_000);
}
