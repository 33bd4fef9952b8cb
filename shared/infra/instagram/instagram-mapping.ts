import * as z from 'zod';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Content } from '../../core/content/content.ts';
import { titleOf } from '../../core/content/title-of.ts';
import { type CapturedInteraction, contentIdOf } from '../../core/interactions/captured-interaction.ts';
import type { Instant } from '../../core/kernel/time.ts';
import { instantOf } from '../meta/meta-mapping.ts';

export const MediaFields =
  'id,caption,media_type,media_product_type,media_url,thumbnail_url,permalink,timestamp,like_count,comments_count';

export const Media = z.object({
  id: z.string(),
  caption: z.string().default(''),
  media_type: z.string(),
  media_product_type: z.string().optional(),
  media_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  permalink: z.string().optional(),
  timestamp: z.string(),
  /** Left out where the owner hides the likes. */
  like_count: z.int().optional(),
  comments_count: z.int().optional(),
});
export type Media = z.infer<typeof Media>;

export const ReplyFields = 'id,text,timestamp,username,from{id,username},like_count,hidden,parent_id';
export const CommentFields = `${ReplyFields},replies.limit(50){${ReplyFields}}`;

export const InstagramReply = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  username: z.string().optional(),
  from: z.object({ id: z.string(), username: z.string().optional() }).optional(),
  like_count: z.int().default(0),
  hidden: z.boolean().default(false),
  /** On replies only. */
  parent_id: z.string().optional(),
});
export type InstagramReply = z.infer<typeof InstagramReply>;

export const InstagramComment = InstagramReply.extend({
  replies: z
    .object({ data: z.array(InstagramReply), paging: z.object({ next: z.string().optional() }).optional() })
    .optional(),
});
export type InstagramComment = z.infer<typeof InstagramComment>;

type Owner = Pick<SocialAccount, 'accountId' | 'externalId' | 'name'>;

export function contentOf(media: Media, account: Owner, capturedAt: Instant): Content {
  const key = { provider: 'instagram', accountId: account.accountId, externalId: media.id } as const;
  return {
    ...key,
    contentId: contentIdOf(key),
    kind: kindOf(media),
    title: titleOf(media.caption),
    text: media.caption,
    permalink: media.permalink ?? null,
    imageUrl: media.thumbnail_url ?? (media.media_type === 'VIDEO' ? null : (media.media_url ?? null)),
    postedAt: instantOf(media.timestamp),
    campaignId: null,
    reading: null,
    statistics: {
      reactions: media.like_count ?? null,
      comments: media.comments_count ?? null,
      shares: null,
    },
    capturedAt,
  };
}

function kindOf({ media_type: type, media_product_type: product }: Media): Content['kind'] {
  if (product === 'REELS') return 'reel';
  if (type === 'VIDEO') return 'video';
  return type === 'CAROUSEL_ALBUM' ? 'carousel' : 'image';
}

/** One comment or reply; `parentId` is the comment at the top that a reply hangs on. */
export function interactionOf(
  comment: InstagramReply,
  below: { mediaId: string; parentId: string | null; replyCount: number },
  account: Owner,
  capturedAt: Instant,
): CapturedInteraction {
  return {
    provider: 'instagram',
    accountId: account.accountId,
    externalId: comment.id,
    kind: below.parentId === null ? 'comment' : 'reply',
    contentExternalId: below.mediaId,
    parentExternalId: below.parentId,
    author: authorOf(comment.from?.id ?? null, usernameOf(comment)),
    isFromOwner: isOwn(comment, account),
    text: comment.text,
    attachments: [],
    permalink: null,
    likeCount: comment.like_count,
    replyCount: below.replyCount,
    isHidden: comment.hidden,
    commentedAt: instantOf(comment.timestamp),
    capturedAt,
    source: 'sync',
  };
}

/** `from` is withheld from some tokens, and its id is scoped: the name tells, too. */
export function isOwn(comment: InstagramReply, account: Pick<Owner, 'externalId' | 'name'>): boolean {
  return comment.from?.id === account.externalId || usernameOf(comment) === account.name;
}

/** Instagram tells neither pictures nor followers of the people who comment. */
export function authorOf(externalId: string | null, name: string): CapturedInteraction['author'] {
  return { externalId, name, avatarUrl: null, followers: null, verified: null };
}

function usernameOf({ username, from }: InstagramReply): string {
  return username ?? from?.username ?? '';
}
