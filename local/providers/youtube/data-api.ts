import * as z from 'zod';
import type { WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { deleteComment, insertReply, listComments, listThreads, setModerationStatus } from './comments.ts';
import { requireGrant } from './oauth.ts';
import { spend } from './quota.ts';
import type { YouTubeState } from './state.ts';
import { listChannels, listPlaylistItems, listVideos } from './videos.ts';
import type { YouTubeCall } from './youtube-call.ts';
import { errorAnswer, json, YouTubeError } from './youtube-error.ts';

const Base = '/youtube/v3';

interface Method {
  units: number;
  answer(call: YouTubeCall): unknown;
}

const methods: Record<string, Method> = {
  'GET /channels': { units: 1, answer: listChannels },
  'GET /playlistItems': { units: 1, answer: listPlaylistItems },
  'GET /videos': { units: 1, answer: listVideos },
  'GET /commentThreads': { units: 1, answer: listThreads },
  'GET /comments': { units: 1, answer: listComments },
  'POST /comments': { units: 50, answer: insertReply },
  'DELETE /comments': { units: 50, answer: deleteComment },
  'POST /comments/setModerationStatus': { units: 50, answer: setModerationStatus },
};

/** `https://www.googleapis.com/youtube/v3/…` */
export function answerDataApi(
  state: YouTubeState,
  context: WorldContext,
  request: WorldRequest,
): WorldResponse {
  const method = methods[`${request.method} ${request.path.replace(Base, '')}`];
  try {
    if (!method) throw new YouTubeError(404, 'notFound', `There is no ${request.method} ${request.path}.`);
    const now = context.now();
    spend(state, method.units, now);
    const grant = requireGrant(state, request, now);
    const body = request.body.toString('utf8');
    const answer = method.answer({ state, grant, now, query: request.query, body });
    return answer === undefined ? { status: 204 } : json(200, answer);
  } catch (error) {
    if (error instanceof YouTubeError) return errorAnswer(error);
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
    return errorAnswer(new YouTubeError(400, 'invalidParameter', error.message));
  }
}
