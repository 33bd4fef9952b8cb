import type { Comment, MetaState, Post } from './state.ts';
import { repliesTo } from './state.ts';
import type { Webhooks } from './webhooks.ts';

export interface NewComment {
  parent: Post | Comment;
  author: { id: string; name: string };
  message: string;
  createdAt: number;
}

interface Thread {
  state: MetaState;
  webhooks: Webhooks;
}

/** Somebody, the page included, writes below a post or a comment; whoever subscribed is told. */
export function writeComment(
  { state, webhooks }: Thread,
  { parent, author, message, createdAt }: NewComment,
): Comment {
  const comment = newComment(state, parent, { author, message, createdAt });
  state.comments.put(comment.id, comment);
  webhooks.comment('add', comment);
  return comment;
}

/** A comment that was there before anybody subscribed. */
export function newComment(
  state: MetaState,
  parent: Post | Comment,
  written: Omit<NewComment, 'parent'>,
): Comment {
  const postId = 'postId' in parent ? parent.postId : parent.id;
  return {
    id: `${postId.split('_').at(1)}_${state.nextNumber()}`,
    postId,
    pageId: parent.pageId,
    parentId: 'postId' in parent ? parent.id : null,
    ...written,
    isHidden: false,
    likes: 0,
    likedByPage: false,
  };
}

/** A deleted comment takes its answers with it. */
export function removeComment(thread: Thread, comment: Comment): void {
  for (const reply of repliesTo(thread.state, comment.id)) removeComment(thread, reply);
  thread.state.comments.delete(comment.id);
  thread.webhooks.comment('remove', comment);
}
