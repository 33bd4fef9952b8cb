import * as z from 'zod';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { endTokensOf } from './oauth.ts';
import { personNamed } from './site.ts';
import { type Comment, Fault, threadOf, type Video, videosOf } from './state.ts';
import { removeComment, writeComment } from './thread.ts';
import type { Tiktok } from './tiktok-world.ts';

const NewVideo = z.strictObject({ caption: z.string(), hoursAgo: z.number().default(0) });
const NewComment = z.strictObject({
  text: z.string(),
  author: z.string().default('A customer'),
  /** The owner writes in TikTok's own app. */
  asOwner: z.boolean().default(false),
  minutesAgo: z.number().default(0),
  likes: z.int().default(0),
});
const Change = z.strictObject({ text: z.string().optional(), isHidden: z.boolean().optional() });
const Revocation = z.strictObject({ openId: z.string() });

type Command = (tiktok: Tiktok, id: string, body: unknown) => unknown;

/** `/_sim/world/tiktok/…`: what the demo and the tests do to the simulated TikTok, as its people and its faults. */
const commands: Record<string, Command> = {
  'GET /accounts': ({ state }) => state.profiles.all(),
  'GET /accounts/:id': ({ state }, id) => {
    const profile = state.profiles.get(id);
    const videos = videosOf(state, id).map((video) => ({ ...video, comments: thread(state, video, null) }));
    return profile && { ...profile, videos };
  },
  'POST /accounts/:id/videos': createVideo,
  'POST /videos/:id/comments': (tiktok, id, body) => {
    const video = tiktok.state.videos.get(id);
    return video && comment(tiktok, video, null, body);
  },
  'GET /comments/:id': ({ state }, id) => {
    const found = state.comments.get(id);
    return found && { ...found, replies: threadOf(state, found.videoId, id) };
  },
  'POST /comments/:id/replies': (tiktok, id, body) => {
    const found = tiktok.state.comments.get(id);
    const video = found && tiktok.state.videos.get(found.videoId);
    return video && comment(tiktok, video, found?.parentId ?? id, body);
  },
  'PATCH /comments/:id': changeComment,
  'DELETE /comments/:id': (tiktok, id) => {
    const found = tiktok.state.comments.get(id);
    if (!found) return undefined;
    for (const reply of threadOf(tiktok.state, found.videoId, id)) removeComment(tiktok, reply);
    removeComment(tiktok, found);
    return { deleted: true };
  },
  'GET /faults': ({ state }) => state.faults.all(),
  'POST /faults': ({ state }, _id, body) => {
    const fault = Fault.parse(body);
    state.faults.put(state.nextId(), fault);
    return fault;
  },
  'DELETE /faults': ({ state }) => {
    for (const { id } of state.faults.entries()) state.faults.delete(id);
    return { deleted: true };
  },
  'POST /revocations': ({ state }, _id, body) => ({
    revoked: endTokensOf({ state }, Revocation.parse(body).openId),
  }),
  'GET /calls': ({ limit }) => limit.calls(),
  'GET /webhooks': ({ state }) => state.deliveries.all(),
};

export function answerControl(tiktok: Tiktok, request: WorldRequest): WorldResponse {
  const [collection = '', id = '', part] = request.path.split('/').slice(1).map(decodeURIComponent);
  const pattern = [`${request.method} /${collection}`, id && ':id', part].filter(Boolean).join('/');
  const command = commands[pattern];
  if (!command) return json(404, { error: `Unknown command ${pattern}.`, commands: Object.keys(commands) });
  try {
    const text = request.body.toString('utf8');
    const result = command(tiktok, id, text === '' ? {} : JSON.parse(text));
    return result === undefined ? json(404, { error: `There is no ${id}.` }) : json(200, result);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}

function createVideo({ state, context }: Tiktok, openId: string, body: unknown): unknown {
  if (!state.profiles.get(openId)) return undefined;
  const { caption, hoursAgo } = NewVideo.parse(body);
  const createdAt = context.now() - hoursAgo * 3_600_000;
  const video: Video = { id: state.nextId(), openId, caption, createdAt, likes: 0, shares: 0 };
  state.videos.put(video.id, video);
  return video;
}

function comment(tiktok: Tiktok, video: Video, parentId: string | null, body: unknown): Comment | undefined {
  const { state, context } = tiktok;
  const { text, author, asOwner, minutesAgo, likes } = NewComment.parse(body);
  const owner = state.profiles.get(video.openId);
  if (!owner) return undefined;
  const { openId, username, displayName } = owner;
  const written = writeComment(tiktok, {
    video,
    parentId,
    author: asOwner ? { uniqueId: openId, username, displayName } : personNamed(author),
    isOwner: asOwner,
    text,
    createdAt: context.now() - minutesAgo * 60_000,
  });
  const liked = { ...written, likes };
  state.comments.put(liked.id, liked);
  return liked;
}

/** Editing is not possible at TikTok; a changed text stands for what a moderator there replaced. */
function changeComment({ state, webhooks }: Tiktok, id: string, body: unknown): unknown {
  const found = state.comments.get(id);
  if (!found) return undefined;
  const { text, isHidden } = Change.parse(body);
  const status = isHidden === undefined ? found.status : isHidden ? 'HIDDEN' : 'PUBLIC';
  const changed: Comment = { ...found, text: text ?? found.text, status };
  state.comments.put(id, changed);
  if (status !== found.status)
    webhooks.comment(status === 'HIDDEN' ? 'set_to_hidden' : 'set_to_public', changed);
  return changed;
}

function thread(state: Tiktok['state'], video: Video, parentId: string | null): unknown[] {
  return threadOf(state, video.id, parentId).map((found) => ({
    ...found,
    ...(parentId === null && { replies: thread(state, video, found.id) }),
  }));
}

function json(status: number, body: unknown): WorldResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
