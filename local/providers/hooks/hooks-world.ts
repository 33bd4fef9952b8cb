import type { Provider, WorldContext, WorldRequest, WorldResponse } from '../provider.ts';
import { answerHooksControl } from './control.ts';
import { type HooksState, openHooksState, type ScriptedAnswer } from './state.ts';

const Host = 'hooks.example.com';

/** A customer's own server that takes webhooks: it notes what arrives and answers as it is told to. */
export function createHooksWorld({ store, now }: WorldContext): Provider {
  const state = openHooksState(store);
  return {
    name: 'hooks',
    hosts: (host) => host === Host || host.endsWith(`.${Host}`),
    handle: async (request) => receive(state, request, new Date(now()).toISOString()),
    control: async (request) => answerHooksControl(state, request),
  };
}

function receive({ received, answers }: HooksState, request: WorldRequest, at: string): WorldResponse {
  const scripted = answers.get(request.path);
  if (scripted) countDown(answers, scripted);
  const status = scripted?.status ?? 200;
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  received.put(`${at}#${received.all().length}`, {
    at,
    url: `https://${request.host}${request.path}`,
    headers: Object.fromEntries(headers),
    body: request.body.toString('utf8'),
    answered: status,
  });
  return {
    status,
    headers: scripted?.retryAfter === undefined ? {} : { 'retry-after': scripted.retryAfter },
    body: scripted?.body ?? '',
    delayMilliseconds: scripted?.delayMilliseconds ?? 0,
  };
}

function countDown(answers: HooksState['answers'], scripted: ScriptedAnswer): void {
  const { path, times } = scripted;
  if (times === null) return;
  if (times > 1) answers.put(path, { ...scripted, times: times - 1 });
  else answers.delete(path);
}
