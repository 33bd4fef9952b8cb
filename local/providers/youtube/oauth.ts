import { createHash } from 'node:crypto';
import type { WorldRequest, WorldResponse } from '../provider.ts';
import { simulatedGoogleApp } from './app.ts';
import { type Grant, randomId, type YouTubeState } from './state.ts';
import { json, unauthorized } from './youtube-error.ts';

const AccessLifeSeconds = 3_599;

/** `https://oauth2.googleapis.com/token`: a code, or a refresh token, for access of an hour. */
export function answerToken(state: YouTubeState, request: WorldRequest, now: number): WorldResponse {
  const form = new URLSearchParams(request.body.toString('utf8'));
  const { clientId, clientSecret } = simulatedGoogleApp;
  if (request.method !== 'POST' || request.path !== '/token') return refusal('invalid_request', 'Not Found');
  if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
    return refusal('invalid_client', 'The provided client secret is invalid.', 401);
  }
  return form.get('grant_type') === 'refresh_token'
    ? refreshed(state, form.get('refresh_token') ?? '', now)
    : exchanged(state, form, now);
}

function exchanged(state: YouTubeState, form: URLSearchParams, now: number): WorldResponse {
  const code = form.get('code') ?? '';
  const known = state.codes.get(code);
  state.codes.delete(code);
  if (!known || known.expiresAt <= now) return refusal('invalid_grant', 'Malformed auth code.');
  if (known.redirectUri !== form.get('redirect_uri')) return refusal('redirect_uri_mismatch', 'Bad Request');
  if (known.codeChallenge !== '' && known.codeChallenge !== challengeOf(form.get('code_verifier') ?? '')) {
    return refusal('invalid_grant', 'Invalid code verifier.');
  }
  const refreshToken = randomId('1//0', 48);
  const grant: Grant = { scopes: known.scopes, channelId: known.channelId, isRevoked: false };
  state.grants.put(refreshToken, grant);
  return json(200, { ...access(state, refreshToken, grant, now), refresh_token: refreshToken });
}

/** Google keeps the refresh token; what it gives is access alone. */
function refreshed(state: YouTubeState, refreshToken: string, now: number): WorldResponse {
  const grant = state.grants.get(refreshToken);
  if (!grant || grant.isRevoked) return refusal('invalid_grant', 'Token has been expired or revoked.');
  return json(200, access(state, refreshToken, grant, now));
}

function access(state: YouTubeState, refreshToken: string, { scopes }: Grant, now: number) {
  const accessToken = randomId('ya29.', 60);
  state.accessTokens.put(accessToken, { refreshToken, expiresAt: now + AccessLifeSeconds * 1_000 });
  return {
    access_token: accessToken,
    expires_in: AccessLifeSeconds,
    scope: scopes.join(' '),
    token_type: 'Bearer',
  };
}

/** The grant behind a request's access, alive. @throws YouTubeError */
export function requireGrant(state: YouTubeState, request: WorldRequest, now: number): Grant {
  const value = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const token = state.accessTokens.get(value);
  const grant = token && state.grants.get(token.refreshToken);
  if (!token || !grant || grant.isRevoked || token.expiresAt <= now) throw unauthorized();
  return grant;
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function refusal(error: string, description: string, status = 400): WorldResponse {
  return json(status, { error, error_description: description });
}
