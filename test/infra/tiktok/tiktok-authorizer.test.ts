import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedTiktokApp } from '../../../local/providers/tiktok/app.ts';
import { beanBarOnTiktok } from '../../../local/providers/tiktok/start-state.ts';
import { textOfToken } from '../../../shared/core/accounts/renewable-token.ts';
import { renewingVault } from '../../../shared/core/accounts/renewing-vault.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { tiktokConnector } from '../../../shared/infra/tiktok/tiktok-account.ts';
import { tiktokTokenRenewer } from '../../../shared/infra/tiktok/tiktok-authorizer.ts';
import { fixedClock, sequentialIds } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { oneTokenVault } from '../../support/one-token-vault.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import {
  authorizeTiktok,
  onTiktok,
  tiktokAuthorizerOf,
  tiktokOf,
  tiktokTokens,
} from '../../support/tiktok.ts';

describe('the OAuth dialog of TikTok', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const requireApp = async () => simulatedTiktokApp;
  const renewer = (clock = fixedClock()) =>
    tiktokTokenRenewer({ client: tiktokOf(world), requireApp, clock });

  it('CM-01 sends the browser to the dialog with the permissions that Earshot needs', async () => {
    const redirectUri = `${world.origin}/v1/oauth/tiktok/callback/`;
    const request = { state: 'one-time', redirectUri, codeVerifier: 'not used' };
    const dialog = new URL(await tiktokAuthorizerOf(world).dialogAddress(request));
    expect(dialog.pathname).toBe('/_world/www.tiktok.com/v2/auth/authorize/');
    expect(Object.fromEntries(dialog.searchParams)).toEqual({
      client_key: simulatedTiktokApp.appId,
      scope: 'user.info.basic,video.list,comment.list,comment.list.manage',
      response_type: 'code',
      redirect_uri: redirectUri,
      state: 'one-time',
      disable_auto_auth: '1',
    });
  });

  it('CM-01 finds the account that opened itself, with tokens that renew', async () => {
    expect(await authorizeTiktok(world)).toEqual({
      missingScopes: [],
      assets: [
        {
          externalId: beanBarOnTiktok.openId,
          name: 'Bean Bar',
          avatarUrl: 'https://www.tiktok.com/@beanbar/picture',
          token: expect.stringMatching(/"accessToken":"act\..+"refreshToken":"rft\./),
          tokenExpiresAt: null,
          gaps: [],
          limitations: [],
        },
      ],
    });
  });

  it.each([
    ['comment.list,comment.list.manage', [], ['no_comments']],
    ['comment.list.manage', [], ['no_replies']],
    ['video.list', ['video.list'], undefined],
  ])('CM-08 says what an account without %s cannot do', async (declined, missingScopes, limitations) => {
    const authorization = await authorizeTiktok(world, `auto=1&decline=${declined}`);
    expect(authorization.missingScopes).toEqual(missingScopes);
    expect(authorization.assets.at(0)?.limitations).toEqual(limitations);
  });

  it('CM-01 refuses a code that is used a second time', async () => {
    const request = { redirectUri: `${world.origin}/v1/oauth/tiktok/callback/`, codeVerifier: '' };
    const authorizer = tiktokAuthorizerOf(world);
    const callback = await world.consent(await authorizer.dialogAddress({ ...request, state: 'state' }));
    const code = callback.searchParams.get('code') ?? '';
    await authorizer.authorize({ ...request, code });
    await expect(authorizer.authorize({ ...request, code })).rejects.toMatchObject({
      failure: 'invalid_request',
      platformCode: '40002',
    });
  });

  it('CM-03 renews with a refresh token that dies with its use', async () => {
    const clock = fixedClock();
    const { refreshToken } = await tiktokTokens(world);
    const renewed = await renewer(clock)(refreshToken ?? '');
    expect(renewed).toEqual({
      provider: 'tiktok',
      accessToken: expect.stringMatching(/^act\./),
      accessTokenExpiresAt: addSeconds(clock.now(), 86_400),
      refreshToken: expect.stringMatching(/^rft\./),
    });
    await expect(renewer()(refreshToken ?? '')).rejects.toMatchObject({ failure: 'token_rejected' });
    await expect(renewer()(renewed.refreshToken ?? '')).resolves.toBeDefined();
  });

  it('CM-03 renews once for twenty callers at the same time, against the rotation of TikTok', async () => {
    const clock = fixedClock();
    const inner = oneTokenVault(textOfToken(await tiktokTokens(world)));
    const newId = sequentialIds();
    const vault = renewingVault({
      vault: inner,
      renewals: inner,
      renewers: { tiktok: renewer(clock) },
      newSecret: () => newId('holder'),
      clock,
      wait: () => new Promise((resolve) => setImmediate(resolve)),
    });
    clock.advance({ days: 2 });
    const opened = await Promise.all(Array.from({ length: 20 }, () => vault.open(aContext(), 'acc_1')));
    expect(new Set(opened).size).toBe(1);
    expect(await vault.open(aContext(), 'acc_1')).toBe(opened[0]);
  });

  it('CM-10 subscribes the app to comments, and ends the tokens of an account that is disconnected', async () => {
    const client = tiktokOf(world);
    const connector = tiktokConnector({ client, requireApp, webhookUrl: `${world.origin}/hooks/tiktok` });
    const { accessToken } = await tiktokTokens(world);
    await connector.verify(beanBarOnTiktok.openId, accessToken);
    await connector.subscribe(beanBarOnTiktok.openId, accessToken);
    await connector.unsubscribe(beanBarOnTiktok.openId, accessToken);
    await expect(connector.verify(beanBarOnTiktok.openId, accessToken)).rejects.toMatchObject({
      failure: 'token_rejected',
    });
    const calls = await onTiktok<{ path: string; code: number }[]>(world, 'GET', '/calls');
    expect(calls).toContainEqual(
      expect.objectContaining({ path: '/open_api/v1.3/business/webhook/update/', code: 0 }),
    );
  });
});
