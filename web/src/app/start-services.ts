import { createApi } from '../lib/api.ts';
import { Cognito } from '../lib/cognito.ts';
import { loadConfig } from '../lib/config.ts';
import type { Services } from '../lib/services.ts';
import { SessionStore } from '../lib/session.ts';

const get: typeof fetch = (input, init) => fetch(input, init);

/** Composes what every page uses, once, from the configuration that the stack wrote beside the console. */
export async function startServices(): Promise<Services> {
  const config = await loadConfig(get);
  const cognito = new Cognito(config, get);
  const session = new SessionStore({
    storage: localStorage,
    now: () => Date.now(),
    refresh: (refreshToken) => cognito.refresh(refreshToken),
  });
  const api = createApi({
    base: config.apiBase,
    fetch: get,
    token: (options) => session.token(options),
    newKey: () => crypto.randomUUID(),
    onSignedOut: () => session.end(),
  });
  return { config, api, cognito, session };
}
