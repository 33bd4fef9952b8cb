import { FinishAuthorization } from '../../../shared/contract/api/accounts.ts';
import {
  type FinishAuthorizationDeps,
  finishAuthorization as finish,
} from '../../../shared/core/accounts/finish-authorization.ts';
import { redirect, route } from '../../../shared/runtime/route.ts';
import { SessionCookieName } from './session-cookie.ts';

export const finishAuthorization = (deps: FinishAuthorizationDeps & { publicUrl: string }) =>
  route(FinishAuthorization, async ({ query, cookies, now }) => {
    const { state, code = query.auth_code, error } = query;
    const sessionSecret = cookies[SessionCookieName];
    const { connectionId, failure } = await finish(deps, { state, code, error, sessionSecret }, now);
    const console = new URL('/settings/accounts', deps.publicUrl);
    if (connectionId) console.searchParams.set('connection', connectionId);
    if (failure) console.searchParams.set('error', failure);
    return redirect(console.href);
  });
