import type { Provider, WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { answerControl } from './control.ts';
import { answerDialog, isDialog } from './dialog.ts';
import { takeFault, withFault } from './faults.ts';
import { answerGraph, segmentsOf } from './graph.ts';
import { parametersOf } from './graph-call.ts';
import { answerInstagramSite } from './instagram/site.ts';
import { populateInstagram } from './instagram/start-state.ts';
import { populateMessages } from './messages/start-messages.ts';
import { answerInstagramPicture, answerPicture } from './picture.ts';
import { answerSite } from './site.ts';
import { populate } from './start-state.ts';
import { type MetaState, openMetaState } from './state.ts';
import { createUsage, type Usage } from './usage.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

/** Facebook and Instagram share the graph and the dialog; pictures of Instagram have a host of their own. */
const Hosts: ReadonlySet<string> = new Set([
  'graph.facebook.com',
  'www.facebook.com',
  'www.instagram.com',
  'scontent.cdninstagram.com',
]);

/** Everything that a part of the simulated Meta works with. */
export interface Meta {
  state: MetaState;
  webhooks: Webhooks;
  usage: Usage;
  context: WorldContext;
}

/** The simulated Meta: Facebook's dialog, the Graph API and its webhooks. */
export function createMetaWorld(context: WorldContext): Provider {
  const state = openMetaState(context.store);
  populate(state, context.now());
  populateInstagram(state, context.now());
  populateMessages(state, context.now());
  const meta: Meta = {
    state,
    webhooks: createWebhooks(state, context),
    usage: createUsage(context.now),
    context,
  };
  meta.webhooks.resume();
  return {
    name: 'meta',
    hosts: (host) => Hosts.has(host),
    handle: async (request) => {
      if (request.host === 'scontent.cdninstagram.com') return answerInstagramPicture(state, request);
      if (request.host === 'www.instagram.com') return answerInstagramSite(meta, request);
      return request.host === 'graph.facebook.com'
        ? (answerPicture(state, request) ?? answerCall(meta, request))
        : answerBrowser(meta, request);
    },
    control: async (request) => answerControl(meta, request),
    close: async () => meta.webhooks.close(),
  };
}

function answerBrowser(meta: Meta, request: WorldRequest): WorldResponse {
  return isDialog(request) ? answerDialog(meta, request) : answerSite(meta, request);
}

function answerCall(meta: Meta, request: WorldRequest): WorldResponse {
  const { state, usage, context } = meta;
  const params = parametersOf(request);
  const fault = takeFault(state, request.method, request.path);
  const answer = withFault(fault, () =>
    answerGraph({
      ...meta,
      now: context.now(),
      method: request.method,
      path: request.path,
      segments: segmentsOf(request),
      params,
    }),
  );
  const at = new Date(context.now()).toISOString();
  usage.note({
    at,
    method: request.method,
    path: request.path,
    status: answer.cutConnection ? 0 : answer.status,
  });
  const pageId = state.tokens.get(params.get('access_token') ?? '')?.pageId ?? null;
  return {
    ...answer,
    headers: { 'facebook-api-version': 'v26.0', ...usage.headers(pageId), ...answer.headers },
  };
}
