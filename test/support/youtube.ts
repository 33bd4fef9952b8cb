import { simulatedGoogleApp } from '../../local/providers/youtube/app.ts';
import { beanBarChannel } from '../../local/providers/youtube/start-state.ts';
import { accountIdOf } from '../../shared/core/accounts/account-id.ts';
import type { Authorization } from '../../shared/core/accounts/ports.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Clock } from '../../shared/core/kernel/time.ts';
import { GoogleOAuth } from '../../shared/infra/google/google-oauth.ts';
import { youtubeAuthorizer } from '../../shared/infra/google/youtube-authorizer.ts';
import { YouTubeClient } from '../../shared/infra/google/youtube-client.ts';
import { type QuotaLedger, youtubeQuota } from '../../shared/infra/google/youtube-quota.ts';
import { httpClient } from '../../shared/infra/http/http-client.ts';
import { anAccount } from './accounts.ts';
import { aContext } from './contexts.ts';
import type { StartedWorld } from './start-world.ts';

const systemClock = { now: () => new Date().toISOString() };

/** A connected channel of the simulated YouTube. */
export function aChannel(overrides: Partial<SocialAccount> = {}): SocialAccount {
  const { id, title } = beanBarChannel;
  const accountId = accountIdOf(aContext(), 'youtube', id);
  return anAccount({ accountId, provider: 'youtube', externalId: id, name: title, ...overrides });
}

/** Counts units in memory as the table does. */
export function ledgerInMemory(): QuotaLedger & { used: Map<string, number> } {
  const used = new Map<string, number>();
  return {
    used,
    take: async (day, units, limit) => {
      const next = (used.get(day) ?? 0) + units;
      if (next > limit) return false;
      used.set(day, next);
      return true;
    },
    close: async (day, units) => void used.set(day, units),
  };
}

export function oauthOf(world: StartedWorld, clock: Clock = systemClock): GoogleOAuth {
  const http = httpClient({ outside: world.outside });
  return new GoogleOAuth({ http, app: async () => simulatedGoogleApp, clock });
}

export function youtubeOf(world: StartedWorld, ledger: QuotaLedger = ledgerInMemory()): YouTubeClient {
  return new YouTubeClient({
    http: httpClient({ outside: world.outside }),
    quota: youtubeQuota(ledger, systemClock),
    repeatPolicy: { attempts: 3, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1 },
  });
}

export function authorizerOf(world: StartedWorld) {
  const oauth = oauthOf(world);
  const app = async () => simulatedGoogleApp;
  return youtubeAuthorizer({ oauth, youtube: youtubeOf(world), app, outside: world.outside });
}

/** Goes through Google's dialog as a person would; `choice` as the dialog takes it. */
export async function authorizeChannel(world: StartedWorld, choice = 'auto=1'): Promise<Authorization> {
  const request = { redirectUri: `${world.origin}/v1/oauth/google/callback`, codeVerifier: 'a verifier' };
  const authorizer = authorizerOf(world);
  const dialog = await authorizer.dialogAddress({ ...request, state: 'state' });
  const callback = await world.consent(dialog, choice);
  return authorizer.authorize({ ...request, code: callback.searchParams.get('code') ?? '' });
}

/** What the channel's token gives at this moment. */
export async function channelAccess(world: StartedWorld, choice?: string): Promise<string> {
  const { assets } = await authorizeChannel(world, choice);
  const token: unknown = JSON.parse(assets[0]?.token ?? '{}');
  return typeof token === 'object' && token && 'accessToken' in token ? String(token.accessToken) : '';
}

/** Calls the control API of the simulated YouTube. */
export async function onYouTube<T = { id: string }>(
  world: StartedWorld,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${world.origin}/_sim/world/youtube${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
