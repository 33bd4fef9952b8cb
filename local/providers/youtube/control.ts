import * as z from 'zod';
import type { WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { quotaOf } from './quota.ts';
import {
  type Comment,
  Fault,
  ModerationStatus,
  randomId,
  removeComment,
  repliesTo,
  topCommentsOf,
  type Video,
  videosOf,
  writeComment,
  type YouTubeState,
} from './state.ts';
import { json } from './youtube-error.ts';

const NewVideo = z.strictObject({
  title: z.string(),
  hoursAgo: z.number().default(0),
  commentsDisabled: z.boolean().default(false),
});
const NewComment = z.strictObject({
  text: z.string(),
  author: z.strictObject({ id: z.string().optional(), name: z.string() }).default({ name: 'A viewer' }),
  /** The channel itself writes, as a person in YouTube Studio would for it. */
  asChannel: z.boolean().default(false),
  status: ModerationStatus.default('published'),
  minutesAgo: z.number().default(0),
});
const CommentChange = z.strictObject({ text: z.string().optional(), status: ModerationStatus.optional() });

interface World {
  state: YouTubeState;
  context: WorldContext;
}
type Command = (world: World, id: string, body: unknown) => unknown;

/** `/_sim/world/youtube/…`: what the demo and the tests do to the simulated YouTube, as its viewers and its faults. */
const commands: Record<string, Command> = {
  'GET /channels': ({ state }) => state.channels.all(),
  'GET /channels/:id': ({ state }, id) =>
    state.channels.get(id) && {
      ...state.channels.get(id),
      videos: videosOf(state, id).map((video) => ({ ...video, comments: threadsOf(state, video) })),
    },
  'POST /channels/:id/videos': publishVideo,
  'POST /videos/:id/comments': (world, id, body) => comment(world, world.state.videos.get(id), body),
  'GET /comments/:id': ({ state }, id) =>
    state.comments.get(id) && { ...state.comments.get(id), replies: repliesTo(state, id) },
  'POST /comments/:id/replies': (world, id, body) => comment(world, world.state.comments.get(id), body),
  'PATCH /comments/:id': changeComment,
  'DELETE /comments/:id': ({ state }, id) => {
    const found = state.comments.get(id);
    if (found) removeComment(state, found);
    return found && { deleted: true };
  },
  'GET /faults': ({ state }) => state.faults.all(),
  'POST /faults': ({ state }, _id, body) => {
    const fault = Fault.parse(body);
    state.faults.put(randomId('fault_', 8), fault);
    return fault;
  },
  'GET /quota': ({ state, context }) => quotaOf(state, context.now()),
  'PATCH /quota': ({ state, context }, _id, body) => {
    const { limit } = z.strictObject({ limit: z.int() }).parse(body);
    const quota = { ...quotaOf(state, context.now()), limit };
    state.quota.put('project', quota);
    return quota;
  },
  /** The person withdraws the access at myaccount.google.com. */
  'POST /revocations': ({ state }) => {
    for (const { id, document } of state.grants.entries())
      state.grants.put(id, { ...document, isRevoked: true });
    return { revoked: state.grants.all().length };
  },
};

export function answerControl(world: World, request: WorldRequest): WorldResponse {
  const [collection = '', id = '', part] = request.path.split('/').slice(1).map(decodeURIComponent);
  const pattern = [`${request.method} /${collection}`, id && ':id', part].filter(Boolean).join('/');
  const command = commands[pattern];
  if (!command) return json(404, { error: `Unknown command ${pattern}.`, commands: Object.keys(commands) });
  try {
    const text = request.body.toString('utf8');
    const result = command(world, id, text === '' ? {} : JSON.parse(text));
    return result === undefined ? json(404, { error: `There is no ${id}.` }) : json(200, result);
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}

function publishVideo({ state, context }: World, channelId: string, body: unknown): Video | undefined {
  if (!state.channels.get(channelId)) return undefined;
  const { title, hoursAgo, commentsDisabled } = NewVideo.parse(body);
  const video: Video = {
    id: randomId('', 8),
    channelId,
    title,
    description: '',
    publishedAt: context.now() - hoursAgo * 3_600_000,
    likes: 0,
    commentsDisabled,
  };
  state.videos.put(video.id, video);
  return video;
}

function comment({ state, context }: World, parent: Video | Comment | undefined, body: unknown): unknown {
  const channel = parent && state.channels.get(parent.channelId);
  if (!channel) return undefined;
  const { text, author, asChannel, status, minutesAgo } = NewComment.parse(body);
  const viewer = { id: author.id ?? randomId('UC', 16), name: author.name };
  return writeComment(state, {
    parent,
    author: asChannel ? { id: channel.id, name: channel.title } : viewer,
    text,
    status,
    publishedAt: context.now() - minutesAgo * 60_000,
  });
}

function changeComment({ state, context }: World, id: string, body: unknown): Comment | undefined {
  const found = state.comments.get(id);
  if (!found) return undefined;
  const { text, status } = CommentChange.parse(body);
  const isEdited = text !== undefined && text !== found.text;
  const changed: Comment = {
    ...found,
    text: text ?? found.text,
    status: status ?? found.status,
    updatedAt: isEdited ? context.now() : found.updatedAt,
  };
  state.comments.put(id, changed);
  return changed;
}

function threadsOf(state: YouTubeState, { id }: Video): unknown[] {
  return topCommentsOf(state, { videoId: id }).map((top) => ({ ...top, replies: repliesTo(state, top.id) }));
}
