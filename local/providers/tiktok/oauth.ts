import { type ApiCall, optional, requireApp, required, requireToken } from './api-call.ts';
import { simulatedTiktokApp } from './app.ts';
import { type Grant, randomToken } from './state.ts';
import { badParameter, tokenInvalid, unknownApp } from './tiktok-error.ts';

const SecondsPerDay = 86_400;
const AccessSeconds = SecondsPerDay;
const RefreshSeconds = 365 * SecondsPerDay;

/** `/tt_user/oauth2/token/`: a code, usable once, for tokens. */
export function exchangeCode(call: ApiCall): unknown {
  requireApp(call, ['client_id', 'client_secret']);
  const code = required(call, 'auth_code');
  const known = call.state.codes.get(code);
  call.state.codes.delete(code);
  if (!known || known.expiresAt <= call.now)
    throw badParameter('auth_code: It is expired or was used before.');
  if (known.redirectUri !== required(call, 'redirect_uri')) {
    throw badParameter('redirect_uri: It is not the one that the code was given for.');
  }
  return issue(call, known.grant);
}

/** `/tt_user/oauth2/refresh_token/`: the old refresh token dies with its use. */
export function refresh(call: ApiCall): unknown {
  requireApp(call, ['client_id', 'client_secret']);
  const value = required(call, 'refresh_token');
  const token = call.state.tokens.get(value);
  if (token?.kind !== 'refresh' || token.isDead || token.expiresAt <= call.now) throw tokenInvalid();
  call.state.tokens.put(value, { ...token, isDead: true });
  return issue(call, token.grant);
}

/** `/tt_user/oauth2/revoke/`: every token of the same grant ends. */
export function revoke(call: ApiCall): unknown {
  requireApp(call, ['client_id', 'client_secret']);
  const token = call.state.tokens.get(required(call, 'access_token'));
  if (!token) throw tokenInvalid();
  endTokensOf(call, token.grant.openId);
  return {};
}

/** `/tt_user/token_info/get/`: what a token may do. */
export function tokenInfo(call: ApiCall): unknown {
  if (optional(call, 'app_id') !== simulatedTiktokApp.appId) throw unknownApp();
  const { grant } = requireToken({ ...call, accessToken: required(call, 'access_token') });
  return { app_id: simulatedTiktokApp.appId, creator_id: grant.openId, scope: grant.scopes.join(',') };
}

export function endTokensOf({ state }: Pick<ApiCall, 'state'>, openId: string): number {
  const tokens = state.tokens.entries().filter(({ document }) => document.grant.openId === openId);
  for (const { id, document } of tokens) state.tokens.put(id, { ...document, isDead: true });
  return tokens.length;
}

function issue({ state, now }: ApiCall, grant: Grant): unknown {
  const accessToken = randomToken('act.');
  const refreshToken = randomToken('rft.');
  const common = { grant, isDead: false };
  state.tokens.put(accessToken, { ...common, kind: 'access', expiresAt: now + AccessSeconds * 1_000 });
  state.tokens.put(refreshToken, { ...common, kind: 'refresh', expiresAt: now + RefreshSeconds * 1_000 });
  return {
    access_token: accessToken,
    expires_in: AccessSeconds,
    refresh_token: refreshToken,
    refresh_token_expires_in: RefreshSeconds,
    open_id: grant.openId,
    scope: grant.scopes.join(','),
    token_type: 'Bearer',
  };
}
