import type { MetaState } from '../state.ts';
import type { Webhooks } from '../webhooks.ts';
import type { InstagramComment, Mention } from './state.ts';

/** Instagram tells of additions alone, and of those of linked pages that subscribed the app to anything. */
export function commentAdded(state: MetaState, webhooks: Webhooks, comment: InstagramComment): void {
  const media = state.instagram.media.get(comment.mediaId);
  const value = {
    id: comment.id,
    text: comment.text,
    from: comment.author,
    media: { id: comment.mediaId, media_product_type: media?.productType ?? 'FEED' },
    ...(comment.parentId !== null && { parent_id: comment.parentId }),
  };
  tell(state, webhooks, comment.accountId, { field: 'comments', value });
}

/** Of a mention Instagram tells where it is, and nothing of what it says. */
export function mentioned(
  state: MetaState,
  webhooks: Webhooks,
  { accountId, mediaId, commentId }: Mention,
): void {
  const value = { media_id: mediaId, ...(commentId !== null && { comment_id: commentId }) };
  tell(state, webhooks, accountId, { field: 'mentions', value });
}

interface Change {
  field: string;
  value: unknown;
}

function tell(state: MetaState, webhooks: Webhooks, accountId: string, change: Change): void {
  const account = state.instagram.accounts.get(accountId);
  if (!account || !state.pages.get(account.pageId)?.subscribedFields) return;
  webhooks.notify((time) => ({ object: 'instagram', entry: [{ id: accountId, time, changes: [change] }] }));
}
