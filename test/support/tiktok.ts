import { simulatedTiktokApp } from '../../local/providers/tiktok/app.ts';
import { beanBarOnTiktok } from '../../local/providers/tiktok/start-state.ts';
import { accountIdOf } from '../../shared/core/accounts/account-id.ts';
import type { Authorization } from '../../shared/core/accounts/ports.ts';
import { type RenewableToken, renewableTokenOf } from '../../shared/core/accounts/renewable-token.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { httpClient } from '../../shared/infra/http/http-client.ts';
import { tiktokAuthorizer } from '../../shared/infra/tiktok/tiktok-authorizer.ts';
import { TiktokClient } from '../../shared/infra/tiktok/tiktok-client.ts';
import { anAccount } from './accounts.ts';
import { fixedClock } from './clock.ts';
import { aContext } from './contexts.ts';
import type { StartedWorld } from './start-world.ts';

const app = async () => simulatedTiktokApp;

/** The connected account of the simulated TikTok. */
export function aTiktokAccount(overrides: Partial<SocialAccount> = {}): SocialAccount {
  const { openId: externalId, displayName: name } = beanBarOnTiktok;
  const accountId = accountIdOf(aContext(), 'tiktok', externalId);
  return anAccount({ accountId, provider: 'tiktok', externalId, name, ...overrides });
}

export function tiktokOf(world: StartedWorld): TiktokClient {
  return new TiktokClient({
    http: httpClient({ outside: world.outside }),
    budget: { spend: async () => undefined },
    repeatPolicy: { attempts: 3, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 },
  });
}

export function tiktokAuthorizerOf(world: StartedWorld, clock = fixedClock()) {
  return tiktokAuthorizer({
    client: tiktokOf(world),
    app,
    requireApp: app,
    outside: world.outside,
    clock,
  });
}

/** Goes through TikTok's dialog as a person would; `choice` as the dialog takes it. */
export async function authorizeTiktok(world: StartedWorld, choice = 'auto=1'): Promise<Authorization> {
  const request = { redirectUri: `${world.origin}/v1/oauth/tiktok/callback/`, codeVerifier: 'not used' };
  const authorizer = tiktokAuthorizerOf(world);
  const dialog = await authorizer.dialogAddress({ ...request, state: 'state' });
  const callback = await world.consent(dialog, choice);
  return authorizer.authorize({ ...request, code: callback.searchParams.get('code') ?? '' });
}

/** The tokens of the account, as they are sealed. */
export async function tiktokTokens(world: StartedWorld, choice?: string): Promise<RenewableToken> {
  const [asset] = (await authorizeTiktok(world, choice)).assets;
  const token = renewableTokenOf(asset?.token ?? '');
  if (!token) throw new Error('The dialog led to no token.');
  return token;
}

/** Calls the control API of the simulated TikTok. */
export async function onTiktok<T = { id: string }>(
  world: StartedWorld,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${world.origin}/_sim/world/tiktok${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
