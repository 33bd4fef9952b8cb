import * as z from 'zod';
import type { Collection, WorldStore } from '../../world-store.ts';

export const InstagramAccount = z.object({
  id: z.string(),
  /** The Facebook page that the account is linked to. */
  pageId: z.string(),
  username: z.string(),
  name: z.string(),
});
export type InstagramAccount = z.infer<typeof InstagramAccount>;

export const Media = z.object({
  id: z.string(),
  accountId: z.string(),
  caption: z.string(),
  type: z.enum(['IMAGE', 'VIDEO', 'CAROUSEL_ALBUM']),
  productType: z.enum(['FEED', 'REELS']),
  createdAt: z.number(),
  likes: z.int(),
});
export type Media = z.infer<typeof Media>;

export const InstagramComment = z.object({
  id: z.string(),
  mediaId: z.string(),
  /** Whose media it is. */
  accountId: z.string(),
  /** The comment that this is a reply to, always one of the top level; null there. */
  parentId: z.string().nullable(),
  author: z.object({ id: z.string(), username: z.string() }),
  text: z.string(),
  createdAt: z.number(),
  isHidden: z.boolean(),
  likes: z.int(),
});
export type InstagramComment = z.infer<typeof InstagramComment>;

/** What somebody else published with `@name` in it: a caption, or a comment below their media. */
export const Mention = z.object({
  /** The id of the comment, or of the media where the caption mentions. */
  id: z.string(),
  /** Who was mentioned. */
  accountId: z.string(),
  mediaId: z.string(),
  commentId: z.string().nullable(),
  author: z.string(),
  text: z.string(),
  createdAt: z.number(),
  answers: z.array(z.object({ id: z.string(), text: z.string() })),
});
export type Mention = z.infer<typeof Mention>;

/** Somebody else's media on which an account is tagged. */
export const TaggingMedia = z.object({
  id: z.string(),
  accountId: z.string(),
  username: z.string(),
  caption: z.string(),
  createdAt: z.number(),
});
export type TaggingMedia = z.infer<typeof TaggingMedia>;

export interface InstagramState {
  tags: Collection<TaggingMedia>;
  accounts: Collection<InstagramAccount>;
  media: Collection<Media>;
  comments: Collection<InstagramComment>;
  mentions: Collection<Mention>;
}

export function openInstagramState(store: WorldStore): InstagramState {
  return {
    accounts: store.collection('instagram.accounts', InstagramAccount),
    media: store.collection('instagram.media', Media),
    comments: store.collection('instagram.comments', InstagramComment),
    mentions: store.collection('instagram.mentions', Mention),
    tags: store.collection('instagram.tags', TaggingMedia),
  };
}

/** Newest first. */
export function mediaOf({ media }: InstagramState, accountId: string): Media[] {
  return media
    .all()
    .filter((one) => one.accountId === accountId)
    .sort((one, other) => other.createdAt - one.createdAt);
}

/** The comments of one level, newest first: below a media, or below a comment. */
export function commentsBelow(
  { comments }: InstagramState,
  parent: Media | InstagramComment,
): InstagramComment[] {
  return comments
    .all()
    .filter(({ mediaId, parentId }) =>
      'mediaId' in parent ? parentId === parent.id : mediaId === parent.id && parentId === null,
    )
    .sort((one, other) => other.createdAt - one.createdAt || other.id.localeCompare(one.id));
}
