import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedGoogleApp } from '../../../local/providers/youtube/app.ts';
import { beanBarChannel } from '../../../local/providers/youtube/start-state.ts';
import { renewableTokenOf } from '../../../shared/core/accounts/renewable-token.ts';
import { codeChallengeOf } from '../../../shared/infra/google/google-oauth.ts';
import { youtubeRenewer } from '../../../shared/infra/google/youtube-authorizer.ts';
import { youtubeConnector } from '../../../shared/infra/google/youtube-channel.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import {
  authorizeChannel,
  authorizerOf,
  channelAccess,
  oauthOf,
  onYouTube,
  youtubeOf,
} from '../../support/youtube.ts';

const scope = 'https://www.googleapis.com/auth/youtube.force-ssl';

describe('the OAuth dialog of Google', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const refreshTokenOf = async (): Promise<string> => {
    const { assets } = await authorizeChannel(world);
    return renewableTokenOf(assets[0]?.token ?? '')?.refreshToken ?? '';
  };

  it('CM-01 asks for lasting access with PKCE and the one scope that Earshot needs', async () => {
    const redirectUri = `${world.origin}/v1/oauth/google/callback`;
    const codeVerifier = 'known to the browser that started';
    const dialog = new URL(
      await authorizerOf(world).dialogAddress({ state: 'once', redirectUri, codeVerifier }),
    );
    expect(dialog.pathname).toBe('/_world/accounts.google.com/o/oauth2/v2/auth');
    expect(Object.fromEntries(dialog.searchParams)).toEqual({
      client_id: simulatedGoogleApp.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope,
      access_type: 'offline',
      prompt: 'consent',
      include_granted_scopes: 'true',
      state: 'once',
      code_challenge: codeChallengeOf(codeVerifier),
      code_challenge_method: 'S256',
    });
  });

  it('CM-01 finds the channel that the person chose, with a token that renews itself', async () => {
    const { missingScopes, assets } = await authorizeChannel(world);
    expect({ missingScopes, assets }).toEqual({
      missingScopes: [],
      assets: [
        {
          externalId: beanBarChannel.id,
          name: 'Bean Bar',
          avatarUrl: `https://yt3.ggpht.com/${beanBarChannel.id}`,
          token: assets[0]?.token,
          tokenExpiresAt: null,
          gaps: [],
        },
      ],
    });
  });

  it('CM-01 names a declined scope, and finds nothing for a person without a channel', async () => {
    expect(await authorizeChannel(world, 'auto=1&decline=1')).toEqual({ missingScopes: [scope], assets: [] });
    expect(await authorizeChannel(world, 'auto=1&channel=none')).toEqual({ missingScopes: [], assets: [] });
  });

  it('CM-01 refuses a code that somebody without the verifier brings', async () => {
    const redirectUri = `${world.origin}/v1/oauth/google/callback`;
    const authorizer = authorizerOf(world);
    const dialog = await authorizer.dialogAddress({ state: 'state', redirectUri, codeVerifier: 'mine' });
    const code = (await world.consent(dialog)).searchParams.get('code') ?? '';
    await expect(authorizer.authorize({ code, redirectUri, codeVerifier: 'theirs' })).rejects.toMatchObject({
      failure: 'token_rejected',
      platformCode: 'invalid_grant',
    });
  });

  it('CM-03 renews access with a refresh token that stays the same', async () => {
    const renewed = await youtubeRenewer(oauthOf(world))(await refreshTokenOf());
    expect(renewed).toEqual({
      provider: 'youtube',
      accessToken: renewed.accessToken,
      refreshToken: null,
      accessTokenExpiresAt: renewed.accessTokenExpiresAt,
    });
    await youtubeConnector(youtubeOf(world)).verify(beanBarChannel.id, renewed.accessToken);
  });

  it('CM-01 proves that access reaches its channel, and finds out when it does not', async () => {
    const access = await channelAccess(world);
    await expect(youtubeConnector(youtubeOf(world)).verify('UCother', access)).rejects.toMatchObject({
      failure: 'permission_missing',
    });
  });

  it('CM-03 tells withdrawn access from an outage of Google', async () => {
    const refreshToken = await refreshTokenOf();
    await onYouTube(world, 'POST', '/faults', { kind: 'server_error', pathIncludes: '/token' });
    await expect(oauthOf(world).refresh(refreshToken)).rejects.toMatchObject({ failure: 'outage' });
    await onYouTube(world, 'POST', '/revocations');
    await expect(oauthOf(world).refresh(refreshToken)).rejects.toMatchObject({
      failure: 'token_rejected',
      message: 'Google refused the access: Token has been expired or revoked.',
    });
  });
});
