import type { Provider, WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { answerControl } from './control.ts';
import { answerDataApi } from './data-api.ts';
import { answerDialog } from './dialog.ts';
import { takeFault, withFault } from './faults.ts';
import { answerToken } from './oauth.ts';
import { answerPicture, answerSite } from './site.ts';
import { populate } from './start-state.ts';
import { openYouTubeState, type YouTubeState } from './state.ts';

type Answer = (state: YouTubeState, context: WorldContext, request: WorldRequest) => WorldResponse;

const hosts: Record<string, Answer> = {
  'accounts.google.com': answerDialog,
  'oauth2.googleapis.com': (state, context, request) =>
    withFault(takeFault(state, request), () => answerToken(state, request, context.now())),
  'www.googleapis.com': (state, context, request) =>
    withFault(takeFault(state, request), () => answerDataApi(state, context, request)),
  'www.youtube.com': answerSite,
  'yt3.ggpht.com': (_state, _context, request) => answerPicture(request),
  'i.ytimg.com': (_state, _context, request) => answerPicture(request),
};

/** The simulated YouTube: Google's dialog and tokens, the Data API, and the site where viewers comment. */
export function createYouTubeWorld(context: WorldContext): Provider {
  const state = openYouTubeState(context.store);
  populate(state, context.now());
  return {
    name: 'youtube',
    hosts: (host) => host in hosts,
    handle: async (request) => hosts[request.host]?.(state, context, request) ?? { status: 404 },
    control: async (request) => answerControl({ state, context }, request),
  };
}
