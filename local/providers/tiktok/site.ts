import type { WorldRequest, WorldResponse } from '../provider.ts';
import { escaped, page, profileList, profilePage } from './pages.ts';
import { type Profile, videosOf } from './state.ts';
import { writeComment } from './thread.ts';
import type { Tiktok } from './tiktok-world.ts';

/** `https://www.tiktok.com/…` as its visitors see it: accounts, their videos with comments, and a way to write one. */
export function answerSite(tiktok: Tiktok, request: WorldRequest): WorldResponse {
  const { state, context } = tiktok;
  const [handle = '', what, videoId = ''] = request.path.split('/').slice(1);
  const profile = state.profiles.all().find(({ username }) => `@${username}` === handle);
  if (!profile) return page(200, profileList(state.profiles.all(), context.worldUrl));
  if (what === 'picture') return picture(profile);
  const videos = videosOf(state, profile.openId).filter(({ id }) => what !== 'video' || id === videoId);
  if (request.method === 'POST') return comment(tiktok, profile, videoId, request);
  return page(200, profilePage(state, profile, videos, context.worldUrl));
}

function comment(tiktok: Tiktok, profile: Profile, videoId: string, request: WorldRequest): WorldResponse {
  const { state, context } = tiktok;
  const form = new URLSearchParams(request.body.toString('utf8'));
  const video = state.videos.get(videoId);
  const text = form.get('text')?.trim();
  if (video && text) {
    const author = personNamed(form.get('name') || 'A customer');
    writeComment(tiktok, { video, parentId: null, author, isOwner: false, text, createdAt: context.now() });
  }
  return { status: 303, headers: { location: `${context.worldUrl}/www.tiktok.com/@${profile.username}` } };
}

/** The same name is the same person. */
export function personNamed(displayName: string) {
  const username = displayName.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '.');
  return { uniqueId: `u-${username}`, username, displayName };
}

function picture({ displayName }: Profile): WorldResponse {
  const initials = displayName
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2);
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 50">
  <rect width="50" height="50" fill="#161823"/>
  <text x="25" y="32" font-family="sans-serif" font-size="19" fill="#fff" text-anchor="middle">${escaped(initials)}</text>
</svg>`;
  return { status: 200, headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' }, body };
}
