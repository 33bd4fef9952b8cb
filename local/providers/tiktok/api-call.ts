import type { WorldRequest } from '../provider.ts';
import { simulatedTiktokApp } from './app.ts';
import type { Profile, TiktokState, Token, Video } from './state.ts';
import { badParameter, noPermission, tokenInvalid, tokenMissing, unknownApp } from './tiktok-error.ts';
import type { Webhooks } from './webhooks.ts';

/** Everything that answers a call of the API works on this. */
export interface ApiCall {
  state: TiktokState;
  webhooks: Webhooks;
  now: number;
  method: string;
  /** Path behind the version, with its slash at the end. */
  path: string;
  /** The query of a GET, the JSON of a POST. */
  params: Record<string, unknown>;
  accessToken: string | undefined;
}

export function paramsOf(request: WorldRequest): Record<string, unknown> {
  if (request.method === 'GET') return Object.fromEntries(request.query);
  const body = request.body.toString('utf8');
  return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
}

/** A parameter that must be there; ids are texts. */
export function required(call: ApiCall, name: string): string {
  const value = call.params[name];
  if (typeof value !== 'string' || value === '')
    throw badParameter(`${name}: Missing data for required field.`);
  return value;
}

export function optional(call: ApiCall, name: string): string | undefined {
  const value = call.params[name];
  return value === undefined ? undefined : String(value);
}

/** A number within its limits. */
export function numberWithin(
  call: ApiCall,
  name: string,
  [least, otherwise, most]: [least: number, otherwise: number, most: number],
): number {
  const value = Number(optional(call, name) ?? otherwise);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw badParameter(`${name}: Must be between ${least} and ${most}.`);
  }
  return value;
}

/** The token of the call, alive. */
export function requireToken({ state, now, accessToken }: ApiCall): Token {
  if (!accessToken) throw tokenMissing();
  const token = state.tokens.get(accessToken);
  if (token?.kind !== 'access' || token.isDead || token.expiresAt <= now) throw tokenInvalid();
  return token;
}

/** The account of the call, if its owner granted the scope. */
export function requireProfile(call: ApiCall, scope: string): Profile {
  const { grant } = requireToken(call);
  const profile = call.state.profiles.get(grant.openId);
  if (!profile || required(call, 'business_id') !== grant.openId) throw noPermission('business_id');
  if (!grant.scopes.includes(scope)) throw noPermission(scope);
  return profile;
}

export function requireVideo(call: ApiCall, profile: Profile): Video {
  const video = call.state.videos.get(required(call, 'video_id'));
  if (video?.openId !== profile.openId) throw badParameter('video_id: The video does not exist.');
  return video;
}

/** The credentials of the app itself, under the names that this call gives them. */
export function requireApp(call: ApiCall, [idName, secretName]: [string, string]): void {
  const isOurs = optional(call, idName) === simulatedTiktokApp.appId;
  if (!isOurs || optional(call, secretName) !== simulatedTiktokApp.appSecret) throw unknownApp();
}
