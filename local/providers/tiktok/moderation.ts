import { type ApiCall, optional, required, requireProfile, requireVideo } from './api-call.ts';
import { commentNode, requireComment } from './comments.ts';
import { type Comment, type Profile, threadOf, type Video } from './state.ts';
import { removeComment, writeComment } from './thread.ts';
import { badParameter, noPermission } from './tiktok-error.ts';

const LongestText = 150;
const SimilarInARow = 5;
const SimilarWithinMilliseconds = 3_600_000;

/** `/business/comment/create/` */
export function createComment(call: ApiCall): unknown {
  const profile = requireProfile(call, 'comment.list.manage');
  return commentNode(writeAsOwner(call, profile, requireVideo(call, profile), null));
}

/** `/business/comment/reply/create/` */
export function createReply(call: ApiCall): unknown {
  const profile = requireProfile(call, 'comment.list.manage');
  const video = requireVideo(call, profile);
  const parent = requireComment(call, profile.openId);
  return commentNode(writeAsOwner(call, profile, video, parent.parentId ?? parent.id));
}

/** Comments that resemble each other too often are hidden without a word. */
function writeAsOwner(call: ApiCall, profile: Profile, video: Video, parentId: string | null): Comment {
  const text = required(call, 'text');
  if (text.length > LongestText) throw badParameter(`text: Longer than maximum length ${LongestText}.`);
  const same = call.state.comments
    .all()
    .filter(
      (comment) =>
        comment.isOwner &&
        comment.openId === profile.openId &&
        comment.text === text &&
        call.now - comment.createdAt < SimilarWithinMilliseconds,
    );
  return writeComment(call, {
    video,
    parentId,
    author: { uniqueId: profile.openId, username: profile.username, displayName: profile.displayName },
    isOwner: true,
    text,
    createdAt: call.now,
    status: same.length >= SimilarInARow ? 'HIDDEN' : 'PUBLIC',
  });
}

/** `/business/comment/hide/` */
export function hideComment(call: ApiCall): unknown {
  const profile = requireProfile(call, 'comment.list.manage');
  requireVideo(call, profile);
  const comment = requireComment(call, profile.openId);
  const status = choice(call, { HIDE: 'HIDDEN', UNHIDE: 'PUBLIC' } as const);
  call.state.comments.put(comment.id, { ...comment, status });
  call.webhooks.comment(status === 'HIDDEN' ? 'set_to_hidden' : 'set_to_public', { ...comment, status });
  return {};
}

/** `/business/comment/like/` */
export function likeComment(call: ApiCall): unknown {
  const profile = requireProfile(call, 'comment.list.manage');
  const comment = requireComment(call, profile.openId);
  const likedByOwner = choice(call, { LIKE: true, UNLIKE: false });
  const likes = comment.likes + Number(likedByOwner) - Number(comment.likedByOwner);
  call.state.comments.put(comment.id, { ...comment, likedByOwner, likes });
  return {};
}

/** `/business/comment/delete/`: own comments alone. */
export function deleteComment(call: ApiCall): unknown {
  const profile = requireProfile(call, 'comment.list.manage');
  const comment = requireComment(call, profile.openId);
  if (!comment.isOwner) throw noPermission('Only own comments can be deleted');
  for (const reply of threadOf(call.state, comment.videoId, comment.id)) removeComment(call, reply);
  removeComment(call, comment);
  return {};
}

function choice<T>(call: ApiCall, choices: Record<string, T>): T {
  const action = (optional(call, 'action') ?? '').toUpperCase();
  const chosen = choices[action];
  if (chosen === undefined) throw badParameter(`action: Must be one of ${Object.keys(choices).join(', ')}.`);
  return chosen;
}
