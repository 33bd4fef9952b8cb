import { StartConnection } from '../../../shared/contract/api/accounts.ts';
import {
  type StartConnectionDeps,
  startConnection as start,
} from '../../../shared/core/accounts/start-connection.ts';
import { reply, route } from '../../../shared/runtime/route.ts';
import { sessionCookie } from './session-cookie.ts';

export const startConnection = (deps: StartConnectionDeps) =>
  route(StartConnection, async ({ context, body, now }) => {
    const { sessionSecret, ...started } = await start(deps, context, body.provider, now);
    return reply(started, { cookies: [sessionCookie(deps.publicUrl, sessionSecret)] });
  });
