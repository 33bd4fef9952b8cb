import { createHmac } from 'node:crypto';
import type { WorldContext, WorldRequest } from '../provider.ts';
import { simulatedMetaApp } from './app.ts';
import { invalidParameter, permissionMissing, tokenRejected } from './graph-error.ts';
import type { MetaState, Page, Token } from './state.ts';
import type { Webhooks } from './webhooks.ts';

/** Everything that answers a Graph request works on this. */
export interface GraphCall {
  state: MetaState;
  webhooks: Webhooks;
  now: number;
  context: WorldContext;
  method: string;
  /** Path with its version, without the query. */
  path: string;
  /** Path segments behind the version. */
  segments: string[];
  /** Query and form parameters together. */
  params: URLSearchParams;
}

const AppToken = `${simulatedMetaApp.appId}|${simulatedMetaApp.appSecret}`;

/** Query, form and JSON body become one set of parameters, as Graph reads them. */
export function parametersOf(request: WorldRequest): URLSearchParams {
  const params = new URLSearchParams(request.query);
  const type = request.headers['content-type'] ?? '';
  const body = request.body.toString('utf8');
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(body)) params.set(name, value);
  }
  if (type.startsWith('application/json') && body !== '') {
    for (const [name, value] of Object.entries(JSON.parse(body) as Record<string, unknown>)) {
      params.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) params.set('access_token', bearer);
  return params;
}

/** The token of the call, alive and accompanied by its proof: the app has "Require App Secret" switched on. */
export function requireToken(call: GraphCall): Token {
  const value = call.params.get('access_token') ?? '';
  const token = call.state.tokens.get(value);
  if (!token) throw tokenRejected(467, 'The session is invalid.');
  if (token.revokedBySubcode !== null) {
    throw tokenRejected(token.revokedBySubcode, 'The session has been invalidated.');
  }
  if (token.expiresAt !== null && token.expiresAt <= call.now)
    throw tokenRejected(463, 'Session has expired.');
  requireProof(call, value);
  return token;
}

export function isAppToken(call: GraphCall): boolean {
  return call.params.get('access_token') === AppToken;
}

function requireProof(call: GraphCall, token: string): void {
  const proof = call.params.get('appsecret_proof');
  if (proof === null) {
    throw invalidParameter('API calls from the server require an appsecret_proof argument');
  }
  if (proof !== createHmac('sha256', simulatedMetaApp.appSecret).update(token).digest('hex')) {
    throw invalidParameter('Invalid appsecret_proof provided in the API argument');
  }
}

/** A page can be reached with its own token only, and only if its owner ticked it in the dialog. */
export function requirePage(call: GraphCall, token: Token, pageId: string, permission: string): Page {
  const page = call.state.pages.get(pageId);
  const ticked = token.grant.pageIds.includes(pageId);
  if (!page || token.pageId !== pageId || !ticked || !token.grant.scopes.includes(permission)) {
    throw permissionMissing(permission);
  }
  return page;
}
