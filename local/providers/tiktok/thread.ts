import type { Comment, TiktokState, Video } from './state.ts';
import type { Webhooks } from './webhooks.ts';

export interface NewComment {
  video: Video;
  parentId: string | null;
  author: Comment['author'];
  isOwner: boolean;
  text: string;
  createdAt: number;
  status?: Comment['status'];
}

interface Thread {
  state: TiktokState;
  webhooks: Webhooks;
}

/** Somebody, the owner included, writes below a video; the app is told. */
export function writeComment({ state, webhooks }: Thread, written: NewComment): Comment {
  const comment = newComment(state, written);
  state.comments.put(comment.id, comment);
  webhooks.comment('insert', comment);
  return comment;
}

/** A comment that was there before anybody listened. */
export function newComment(
  state: TiktokState,
  { video, status = 'PUBLIC', ...written }: NewComment,
): Comment {
  return {
    id: state.nextId(),
    videoId: video.id,
    openId: video.openId,
    ...written,
    status,
    likes: 0,
    likedByOwner: false,
  };
}

export function removeComment({ state, webhooks }: Thread, comment: Comment): void {
  state.comments.delete(comment.id);
  webhooks.comment('delete', comment);
}
