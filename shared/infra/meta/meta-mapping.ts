import * as z from 'zod';
import type { SocialAccount } from '../../core/accounts/social-account.ts';
import type { Content } from '../../core/content/content.ts';
import { titleOf } from '../../core/content/title-of.ts';
import { type CapturedInteraction, contentIdOf } from '../../core/interactions/captured-interaction.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';

export const PostFields =
  'id,message,story,created_time,permalink_url,full_picture,shares,' +
  'reactions.limit(0).summary(true){id},comments.limit(0).summary(true).filter(stream){id}';

const Summary = z.object({ summary: z.object({ total_count: z.int().optional() }).optional() }).optional();

export const GraphPost = z.object({
  id: z.string(),
  message: z.string().optional(),
  story: z.string().optional(),
  created_time: z.string(),
  permalink_url: z.string().optional(),
  full_picture: z.string().optional(),
  shares: z.object({ count: z.int() }).optional(),
  reactions: Summary,
  comments: Summary,
});
export type GraphPost = z.infer<typeof GraphPost>;

export const CommentFields =
  'id,message,created_time,from{id,name},parent{id},like_count,comment_count,is_hidden,permalink_url,attachment';

export const GraphComment = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  /** Withheld without advanced access. */
  from: z.object({ id: z.string(), name: z.string().default('') }).optional(),
  parent: z.object({ id: z.string() }).optional(),
  like_count: z.int().default(0),
  comment_count: z.int().default(0),
  is_hidden: z.boolean().default(false),
  permalink_url: z.string().optional(),
  attachment: z.object({ type: z.string().default('other'), url: z.string().optional() }).optional(),
});
export type GraphComment = z.infer<typeof GraphComment>;

type Owner = Pick<SocialAccount, 'accountId' | 'externalId'>;

export function contentOf(post: GraphPost, account: Owner, capturedAt: Instant): Content {
  const key = { provider: 'facebook', accountId: account.accountId, externalId: post.id } as const;
  const text = post.message ?? post.story ?? '';
  return {
    ...key,
    contentId: contentIdOf(key),
    kind: 'post',
    title: titleOf(text),
    text,
    permalink: post.permalink_url ?? null,
    imageUrl: post.full_picture ?? null,
    postedAt: instantOf(post.created_time),
    campaignId: null,
    reading: null,
    statistics: {
      reactions: post.reactions?.summary?.total_count ?? null,
      comments: post.comments?.summary?.total_count ?? null,
      // Graph leaves `shares` out while there are none.
      shares: post.shares?.count ?? 0,
    },
    capturedAt,
  };
}

export function interactionOf(
  comment: GraphComment,
  postId: string,
  account: Owner,
  capturedAt: Instant,
): CapturedInteraction {
  const { from, parent, attachment } = comment;
  return {
    provider: 'facebook',
    accountId: account.accountId,
    externalId: comment.id,
    kind: parent ? 'reply' : 'comment',
    contentExternalId: postId,
    parentExternalId: parent?.id ?? null,
    author: authorOf(from),
    isFromOwner: from?.id === account.externalId,
    text: comment.message,
    attachments: attachment ? [{ kind: attachment.type, url: attachment.url ?? null }] : [],
    permalink: comment.permalink_url ?? null,
    likeCount: comment.like_count,
    replyCount: comment.comment_count,
    isHidden: comment.is_hidden,
    commentedAt: instantOf(comment.created_time),
    capturedAt,
    source: 'sync',
  };
}

/** Facebook tells neither followers nor badges of the people who comment. */
export function authorOf(from: GraphComment['from']): CapturedInteraction['author'] {
  return {
    externalId: from?.id ?? null,
    name: from?.name ?? '',
    avatarUrl: null,
    followers: null,
    verified: null,
  };
}

/** Graph writes `2026-11-18T09:12:31+0000`, whose offset has no colon as ISO 8601 in JavaScript wants it. */
export function instantOf(graphTime: string): Instant {
  return toInstant(Date.parse(graphTime.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')));
}
