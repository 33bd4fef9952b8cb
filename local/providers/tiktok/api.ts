import { randomBytes } from 'node:crypto';
import type { WorldResponse } from '../provider.ts';
import type { ApiCall } from './api-call.ts';
import { listComments, listReplies } from './comments.ts';
import { createComment, createReply, deleteComment, hideComment, likeComment } from './moderation.ts';
import { exchangeCode, refresh, revoke, tokenInfo } from './oauth.ts';
import { listSubscriptions, subscribe, unsubscribe } from './subscriptions.ts';
import { TiktokError } from './tiktok-error.ts';
import { listVideos, readProfile } from './videos.ts';

const operations: Record<string, (call: ApiCall) => unknown> = {
  'POST /tt_user/oauth2/token/': exchangeCode,
  'POST /tt_user/oauth2/refresh_token/': refresh,
  'POST /tt_user/oauth2/revoke/': revoke,
  'GET /tt_user/token_info/get/': tokenInfo,
  'GET /business/get/': readProfile,
  'GET /business/video/list/': listVideos,
  'GET /business/comment/list/': listComments,
  'GET /business/comment/reply/list/': listReplies,
  'POST /business/comment/create/': createComment,
  'POST /business/comment/reply/create/': createReply,
  'POST /business/comment/like/': likeComment,
  'POST /business/comment/hide/': hideComment,
  'POST /business/comment/delete/': deleteComment,
  'POST /business/webhook/update/': subscribe,
  'GET /business/webhook/list/': listSubscriptions,
  'POST /business/webhook/delete/': unsubscribe,
};

/** Answers `business-api.tiktok.com/open_api/v1.3`: the effect happens here, faults are laid around it. */
export function answerApi(call: ApiCall): WorldResponse {
  const operation = operations[`${call.method} ${call.path}`];
  // The edge answers unknown paths, a missing slash at the end included, with a page.
  if (!operation) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>404</html>' };
  try {
    return envelope(0, 'OK', operation(call));
  } catch (error) {
    if (error instanceof TiktokError) return errorAnswer(error);
    throw error;
  }
}

export function errorAnswer({ code, message }: TiktokError): WorldResponse {
  return envelope(code, message, {});
}

/** Every answer has status 200; only its code tells a refusal. */
function envelope(code: number, message: string, data: unknown): WorldResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, message, request_id: randomBytes(12).toString('hex').toUpperCase(), data }),
  };
}
