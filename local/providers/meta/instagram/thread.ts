import type { MetaState } from '../state.ts';
import type { Webhooks } from '../webhooks.ts';
import { commentsBelow, type InstagramComment, type Media } from './state.ts';
import { commentAdded } from './webhooks.ts';

type Written = Pick<InstagramComment, 'author' | 'text' | 'createdAt'>;

interface Thread {
  state: MetaState;
  webhooks: Webhooks;
}

/** Somebody, the account included, writes below a media or a comment; whoever subscribed is told. */
export function writeComment(
  { state, webhooks }: Thread,
  parent: Media | InstagramComment,
  written: Written,
): InstagramComment {
  const comment = newComment(state, parent, written);
  state.instagram.comments.put(comment.id, comment);
  commentAdded(state, webhooks, comment);
  return comment;
}

/** There are two levels only: an answer to an answer hangs on the comment at the top. */
export function newComment(
  state: MetaState,
  parent: Media | InstagramComment,
  written: Written,
): InstagramComment {
  return {
    id: `17${state.nextNumber()}`,
    mediaId: 'mediaId' in parent ? parent.mediaId : parent.id,
    accountId: parent.accountId,
    parentId: 'mediaId' in parent ? (parent.parentId ?? parent.id) : null,
    ...written,
    isHidden: false,
    likes: 0,
  };
}

/** A deleted comment takes its answers with it; Instagram tells nobody. */
export function removeComment(state: MetaState, comment: InstagramComment): void {
  for (const reply of commentsBelow(state.instagram, comment)) removeComment(state, reply);
  state.instagram.comments.delete(comment.id);
}
