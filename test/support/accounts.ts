import { simulatedMetaApp } from '../../local/providers/meta/app.ts';
import { beanBarInstagram } from '../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../local/providers/meta/start-state.ts';
import { accountIdOf } from '../../shared/core/accounts/account-id.ts';
import type { Authorization } from '../../shared/core/accounts/ports.ts';
import { renewableTokenOf } from '../../shared/core/accounts/renewable-token.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { instagramSearch } from '../../shared/infra/instagram/instagram-search.ts';
import { type AssetSearch, metaAuthorizer } from '../../shared/infra/meta/meta-authorizer.ts';
import { pageSearch } from '../../shared/infra/meta/page-search.ts';
import { fixedClock } from './clock.ts';
import { aContext } from './contexts.ts';
import type { StartedWorld } from './start-world.ts';

/** A connected page of the simulated Meta. */
export function anAccount(overrides: Partial<SocialAccount> = {}): SocialAccount {
  return {
    accountId: accountIdOf(aContext(), 'facebook', beanBar.id),
    provider: 'facebook',
    externalId: beanBar.id,
    name: beanBar.name,
    avatarUrl: null,
    channelType: 'corporate',
    status: 'active',
    statusReason: null,
    automationEnabledAt: '2026-11-20T12:00:00.000Z',
    tokenExpiresAt: null,
    lastSyncedAt: null,
    lastSync: null,
    nextAt: '2026-11-20T12:00:00.000Z',
    connectedAt: '2026-11-20T12:00:00.000Z',
    connectedBy: 'mem_ana',
    version: 1,
    ...overrides,
  };
}

/** Goes through the dialog as the person of the simulated Facebook would; `choice` as the dialog takes it. */
export async function authorize(
  world: StartedWorld,
  choice = 'auto=1',
  assets: AssetSearch = pageSearch,
): Promise<Authorization> {
  const { graph, outside } = world;
  const app = async () => simulatedMetaApp;
  const authorizer = metaAuthorizer({ graph, app, outside, clock: fixedClock(), assets });
  const redirectUri = `${world.origin}/v1/oauth/meta/callback`;
  const callback = await world.consent(
    await authorizer.dialogAddress({ state: 'state', redirectUri, codeVerifier: 'verifier' }),
    choice,
  );
  const code = callback.searchParams.get('code') ?? '';
  return authorizer.authorize({ code, redirectUri, codeVerifier: 'verifier' });
}

function accessTokenOf(text = ''): string {
  return renewableTokenOf(text)?.accessToken ?? text;
}

/** The token of the page that the dialog offers already ticked. */
export async function pageToken(world: StartedWorld): Promise<string> {
  const { assets } = await authorize(world);
  return accessTokenOf(assets.find((asset) => asset.externalId === beanBar.id)?.token);
}

/** The connected Instagram account of that page. */
export function anInstagramAccount(overrides: Partial<SocialAccount> = {}): SocialAccount {
  const { id, username } = beanBarInstagram;
  const accountId = accountIdOf(aContext(), 'instagram', id);
  return anAccount({ accountId, provider: 'instagram', externalId: id, name: username, ...overrides });
}

/** The token that reaches the Instagram account: its page's, after the dialog asked for Instagram. */
export async function instagramToken(world: StartedWorld): Promise<string> {
  const { assets } = await authorize(world, 'auto=1', instagramSearch);
  return accessTokenOf(assets.find((asset) => asset.externalId === beanBarInstagram.id)?.token);
}
