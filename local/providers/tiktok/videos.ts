import { type ApiCall, numberWithin, optional, requireProfile } from './api-call.ts';
import { type Profile, threadOf, type Video, videosOf } from './state.ts';
import { badParameter } from './tiktok-error.ts';

const MillisecondsPerDay = 86_400_000;

/** `/business/get/`: the account itself. */
export function readProfile(call: ApiCall): unknown {
  const { username, displayName } = requireProfile(call, 'user.info.basic');
  return selected(call, {
    username,
    display_name: displayName,
    profile_image: `https://www.tiktok.com/@${username}/picture`,
    followers_count: 4_812,
    is_business_account: true,
  });
}

/** `/business/video/list/`: newest first; the cursor is the time of the last video in milliseconds. */
export function listVideos(call: ApiCall): unknown {
  const profile = requireProfile(call, 'video.list');
  if (!fieldsOf(call).includes('item_id')) throw badParameter('fields: item_id must be included.');
  const count = numberWithin(call, 'max_count', [10, 10, 20]);
  const before = Number(optional(call, 'cursor') ?? Number.POSITIVE_INFINITY);
  const older = videosOf(call.state, profile.openId).filter(({ createdAt }) => createdAt < before);
  const page = older.slice(0, count);
  return {
    videos: page.map((video) => selected(call, videoNode(call, profile, video))),
    cursor: page.at(-1)?.createdAt ?? 0,
    has_more: older.length > page.length,
  };
}

function videoNode(call: ApiCall, { username }: Profile, video: Video): Record<string, unknown> {
  const url = `https://www.tiktok.com/@${username}/video/${video.id}`;
  // Figures are one to two days late.
  const isCounted = call.now - video.createdAt > MillisecondsPerDay;
  const counted = threadOf(call.state, video.id, null).filter(
    ({ createdAt }) => call.now - createdAt > MillisecondsPerDay,
  );
  return {
    item_id: video.id,
    caption: video.caption,
    create_time: String(Math.floor(video.createdAt / 1_000)),
    share_url: url,
    embed_url: `${url}/embed`,
    thumbnail_url: `${url}/cover`,
    likes: isCounted ? video.likes : 0,
    comments: counted.length,
    shares: isCounted ? video.shares : 0,
  };
}

function selected(call: ApiCall, node: Record<string, unknown>): Record<string, unknown> {
  const fields = fieldsOf(call);
  return Object.fromEntries(Object.entries(node).filter(([name]) => fields.includes(name)));
}

/** Lists in a query are JSON: `fields=["item_id"]`. */
function fieldsOf(call: ApiCall): string[] {
  try {
    return JSON.parse(optional(call, 'fields') ?? '["item_id"]') as string[];
  } catch {
    throw badParameter('fields: Not a valid list.');
  }
}
