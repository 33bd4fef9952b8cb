import { beanBar, roastery } from '../start-state.ts';
import type { MetaState } from '../state.ts';
import { beanBarMedia, ownUsername, type StartComment } from './start-media.ts';
import type { InstagramAccount, InstagramComment, Media } from './state.ts';
import { newComment } from './thread.ts';

const MillisecondsPerHour = 3_600_000;

export const beanBarInstagram: InstagramAccount = {
  id: '17841400000000001',
  pageId: beanBar.id,
  username: ownUsername,
  name: 'Bean Bar',
};

const roasteryInstagram: InstagramAccount = {
  id: '17841400000000002',
  pageId: roastery.id,
  username: 'beanbar.roastery',
  name: 'Bean Bar Roastery',
};

/** Instagram at its first start: each page of Facebook has its account, one of them with media and comments. */
export function populateInstagram(state: MetaState, now: number): void {
  const { accounts, media } = state.instagram;
  if (accounts.all().length > 0) return;
  for (const { comments, hoursAgo, ...start } of beanBarMedia) {
    const one: Media = {
      ...start,
      id: `17${state.nextNumber()}`,
      accountId: beanBarInstagram.id,
      createdAt: now - hoursAgo * MillisecondsPerHour,
    };
    media.put(one.id, one);
    for (const comment of comments) writeStartComment(state, one, comment, now);
  }
  accounts.put(roasteryInstagram.id, roasteryInstagram);
  // Last, as its presence says that everything is there.
  accounts.put(beanBarInstagram.id, beanBarInstagram);
}

function writeStartComment(
  state: MetaState,
  parent: Media | InstagramComment,
  start: StartComment,
  now: number,
): void {
  const { username, text, hoursAgo, likes = 0, isHidden = false, replies = [] } = start;
  const id = username === ownUsername ? beanBarInstagram.id : state.nextNumber();
  const createdAt = now - hoursAgo * MillisecondsPerHour;
  const written = newComment(state, parent, { author: { id, username }, text, createdAt });
  const comment = { ...written, likes, isHidden };
  state.instagram.comments.put(comment.id, comment);
  for (const reply of replies) writeStartComment(state, comment, reply, now);
}
