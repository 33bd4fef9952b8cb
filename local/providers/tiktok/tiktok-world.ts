import type { Provider, WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { answerApi, errorAnswer } from './api.ts';
import { paramsOf } from './api-call.ts';
import { type CallLimit, createCallLimit } from './call-limit.ts';
import { answerControl } from './control.ts';
import { answerDialog, isDialog } from './dialog.ts';
import { takeFault, withFault } from './faults.ts';
import { answerSite } from './site.ts';
import { populate } from './start-state.ts';
import { openTiktokState, type TiktokState } from './state.ts';
import { throttled } from './tiktok-error.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

/** Everything that a part of the simulated TikTok works with. */
export interface Tiktok {
  state: TiktokState;
  webhooks: Webhooks;
  limit: CallLimit;
  context: WorldContext;
}

const ApiHost = 'business-api.tiktok.com';

/** The simulated TikTok: its dialog, the Accounts API of TikTok API for Business, and its webhook. */
export function createTiktokWorld(context: WorldContext): Provider {
  const state = openTiktokState(context.store);
  populate(state, context.now());
  const webhooks = createWebhooks(state, context);
  const tiktok: Tiktok = { state, webhooks, limit: createCallLimit(context.now), context };
  webhooks.resume();
  return {
    name: 'tiktok',
    hosts: (host) => host === ApiHost || host === 'www.tiktok.com',
    handle: async (request) =>
      request.host === ApiHost ? answerCall(tiktok, request) : answerBrowser(tiktok, request),
    control: async (request) => answerControl(tiktok, request),
    close: async () => webhooks.close(),
  };
}

function answerBrowser(tiktok: Tiktok, request: WorldRequest): WorldResponse {
  return isDialog(request) ? answerDialog(tiktok, request) : answerSite(tiktok, request);
}

function answerCall({ state, webhooks, limit, context }: Tiktok, request: WorldRequest): WorldResponse {
  const { method, path } = request;
  const accessToken = request.headers['access-token']?.toString();
  const call = {
    state,
    webhooks,
    now: context.now(),
    method,
    path: path.replace(/^\/open_api\/v1\.\d+/, ''),
    params: paramsOf(request),
    accessToken,
  };
  const account = state.tokens.get(accessToken ?? '')?.grant.openId;
  const isAllowed = account === undefined || limit.take(account, path);
  const answer = isAllowed
    ? withFault(takeFault(state, method, path), () => answerApi(call))
    : errorAnswer(throttled());
  const code = answer.cutConnection || answer.status !== 200 ? null : codeOf(answer);
  limit.note({ at: new Date(call.now).toISOString(), method, path, code });
  return answer;
}

function codeOf({ body }: WorldResponse): number {
  return (JSON.parse(String(body)) as { code: number }).code;
}
