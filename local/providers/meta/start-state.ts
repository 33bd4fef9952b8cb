import { beanBarPosts, pageAuthor, type StartComment, type StartPost } from './start-comments.ts';
import type { Comment, MetaState, Page, Post } from './state.ts';
import { newComment } from './thread.ts';

const MillisecondsPerHour = 3_600_000;

export const beanBar: Page = {
  id: '100200300400500',
  name: 'Bean Bar',
  category: 'Coffee shop',
  tickedByDefault: true,
  subscribedFields: null,
};

export const roastery: Page = {
  id: '100200300400501',
  name: 'Bean Bar Roastery',
  category: 'Coffee roaster',
  tickedByDefault: false,
  subscribedFields: null,
};

/** The world as it is at its first start: two pages, some posts, and what customers said. */
export function populate(state: MetaState, now: number): void {
  if (state.pages.all().length > 0) return;
  for (const post of beanBarPosts) writePost(state, post, now);
  state.posts.put(`${roastery.id}_1`, {
    id: `${roastery.id}_1`,
    pageId: roastery.id,
    message: 'The new drum roaster has arrived.',
    createdAt: now - 60 * MillisecondsPerHour,
    reactions: 31,
    shares: 1,
  });
  state.pages.put(roastery.id, roastery);
  // Last, as its presence says that the world is complete.
  state.pages.put(beanBar.id, beanBar);
}

function writePost(state: MetaState, start: StartPost, now: number): void {
  const post: Post = {
    id: `${beanBar.id}_${state.nextNumber()}`,
    pageId: beanBar.id,
    message: start.text,
    createdAt: now - start.hoursAgo * MillisecondsPerHour,
    reactions: start.reactions,
    shares: start.shares,
  };
  state.posts.put(post.id, post);
  for (const comment of start.comments) writeStartComment(state, post, comment, now);
}

function writeStartComment(state: MetaState, parent: Post | Comment, start: StartComment, now: number): void {
  const author =
    start.author === pageAuthor
      ? { id: beanBar.id, name: beanBar.name }
      : { id: state.nextNumber(), name: start.author };
  const comment: Comment = {
    ...newComment(state, parent, {
      author,
      message: start.text,
      createdAt: now - start.hoursAgo * MillisecondsPerHour,
    }),
    likes: start.likes ?? 0,
    isHidden: start.isHidden ?? false,
  };
  state.comments.put(comment.id, comment);
  for (const reply of start.replies ?? []) writeStartComment(state, comment, reply, now);
}
