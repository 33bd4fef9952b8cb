import * as z from 'zod';
import type { Meta } from '../meta-world.ts';
import { commentsBelow, type InstagramComment, type Media, type Mention, mediaOf } from './state.ts';
import { removeComment, writeComment } from './thread.ts';
import { mentioned } from './webhooks.ts';

const NewMedia = z.strictObject({
  caption: z.string(),
  type: z.enum(['IMAGE', 'VIDEO', 'CAROUSEL_ALBUM']).default('IMAGE'),
  hoursAgo: z.number().default(0),
});
const NewComment = z.strictObject({
  text: z.string(),
  username: z.string().default('a.customer'),
  /** The account itself writes, as a person in the app would for it. */
  asOwner: z.boolean().default(false),
  minutesAgo: z.number().default(0),
});
const CommentChange = z.strictObject({ text: z.string().optional(), isHidden: z.boolean().optional() });
const NewMention = z.strictObject({
  text: z.string(),
  username: z.string().default('a.customer'),
  where: z.enum(['caption', 'comment']).default('comment'),
});

const NewTag = z.strictObject({
  caption: z.string(),
  username: z.string().default('a.customer'),
  hoursAgo: z.number().default(0),
});

/** `/_sim/world/meta/instagram…`: what happens on Instagram, beside what happens on Facebook. */
export const instagramCommands: Record<string, (meta: Meta, id: string, body: unknown) => unknown> = {
  'GET /instagram-accounts': ({ state }) => state.instagram.accounts.all(),
  'GET /instagram-accounts/:id': ({ state }, id) => ({
    ...state.instagram.accounts.get(id),
    media: mediaOf(state.instagram, id).map((media) => ({
      ...media,
      comments: threadOf(state.instagram, media),
    })),
  }),
  'POST /instagram-accounts/:id/media': createMedia,
  'POST /instagram-accounts/:id/mentions': createMention,
  'POST /instagram-accounts/:id/tags': createTag,
  'POST /instagram-media/:id/comments': (meta, id, body) =>
    comment(meta, meta.state.instagram.media.get(id), body),
  'GET /instagram-comments/:id': ({ state }, id) => {
    const found = state.instagram.comments.get(id);
    return found && { ...found, replies: threadOf(state.instagram, found) };
  },
  'POST /instagram-comments/:id/replies': (meta, id, body) =>
    comment(meta, meta.state.instagram.comments.get(id), body),
  'PATCH /instagram-comments/:id': changeComment,
  'DELETE /instagram-comments/:id': ({ state }, id) => {
    const found = state.instagram.comments.get(id);
    if (found) removeComment(state, found);
    return found && { deleted: true };
  },
  'GET /instagram-mentions/:id': ({ state }, id) => state.instagram.mentions.get(id),
};

function createMedia({ state, context }: Meta, accountId: string, body: unknown): unknown {
  if (!state.instagram.accounts.get(accountId)) return undefined;
  const { caption, type, hoursAgo } = NewMedia.parse(body);
  const media: Media = {
    id: `17${state.nextNumber()}`,
    accountId,
    caption,
    type,
    productType: type === 'VIDEO' ? 'REELS' : 'FEED',
    createdAt: context.now() - hoursAgo * 3_600_000,
    likes: 0,
  };
  state.instagram.media.put(media.id, media);
  return media;
}

function createMention({ state, webhooks, context }: Meta, accountId: string, body: unknown): unknown {
  if (!state.instagram.accounts.get(accountId)) return undefined;
  const { text, username, where } = NewMention.parse(body);
  const mediaId = `17${state.nextNumber()}`;
  const commentId = where === 'comment' ? `17${state.nextNumber()}` : null;
  const mention: Mention = {
    id: commentId ?? mediaId,
    accountId,
    mediaId,
    commentId,
    author: username,
    text,
    createdAt: context.now(),
    answers: [],
  };
  state.instagram.mentions.put(mention.id, mention);
  mentioned(state, webhooks, mention);
  return mention;
}

/** Somebody tags the account on a photo of theirs, and nobody is told. */
function createTag({ state, context }: Meta, accountId: string, body: unknown): unknown {
  if (!state.instagram.accounts.get(accountId)) return undefined;
  const { caption, username, hoursAgo } = NewTag.parse(body);
  const id = `17${state.nextNumber()}`;
  const createdAt = context.now() - hoursAgo * 3_600_000;
  const media = { id, accountId, username, caption, createdAt };
  state.instagram.tags.put(id, media);
  return media;
}

function comment(meta: Meta, parent: Media | InstagramComment | undefined, body: unknown): unknown {
  const owner = parent && meta.state.instagram.accounts.get(parent.accountId);
  if (!owner) return undefined;
  const { text, username, asOwner, minutesAgo } = NewComment.parse(body);
  const author = asOwner
    ? { id: owner.id, username: owner.username }
    : { id: meta.state.nextNumber(), username };
  return writeComment(meta, parent, { author, text, createdAt: meta.context.now() - minutesAgo * 60_000 });
}

/** People edit a comment in the app, and nobody is told. */
function changeComment({ state }: Meta, id: string, body: unknown): unknown {
  const found = state.instagram.comments.get(id);
  if (!found) return undefined;
  const { text = found.text, isHidden = found.isHidden } = CommentChange.parse(body);
  const changed: InstagramComment = { ...found, text, isHidden };
  state.instagram.comments.put(id, changed);
  return changed;
}

function threadOf(state: Meta['state']['instagram'], parent: Media | InstagramComment): unknown[] {
  return commentsBelow(state, parent).map((one) => ({
    ...one,
    isFromOwner: one.author.id === one.accountId,
    replies: threadOf(state, one),
  }));
}
