import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { renewableTokenOf } from '../../../shared/core/accounts/renewable-token.ts';
import { metaAuthorizer } from '../../../shared/infra/meta/meta-authorizer.ts';
import { metaConnector } from '../../../shared/infra/meta/meta-page.ts';
import { pageSearch } from '../../../shared/infra/meta/page-search.ts';
import { authorize } from '../../support/accounts.ts';
import { fixedClock } from '../../support/clock.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const scopes = [
  'pages_show_list',
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_metadata',
];

const codeVerifier = 'of no use to Meta';

describe('the OAuth dialog of Meta', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const authorizer = () =>
    metaAuthorizer({
      graph: world.graph,
      app: async () => simulatedMetaApp,
      outside: (url) => url,
      clock: fixedClock(),
      assets: pageSearch,
    });

  it('CM-01 sends the browser to the dialog with the state and the permissions that Earshot needs', async () => {
    const redirectUri = 'https://earshot.example/v1/oauth/meta/callback';
    const dialog = new URL(
      await authorizer().dialogAddress({ state: 'one-time', redirectUri, codeVerifier }),
    );
    expect(dialog.origin + dialog.pathname).toBe('https://www.facebook.com/v26.0/dialog/oauth');
    expect(Object.fromEntries(dialog.searchParams)).toEqual({
      client_id: simulatedMetaApp.appId,
      redirect_uri: redirectUri,
      state: 'one-time',
      scope: [...scopes, 'pages_messaging', 'read_insights'].join(','),
      response_type: 'code',
      auth_type: 'rerequest',
    });
  });

  it('CM-01 finds all pages with long-lived tokens and says which one was not ticked', async () => {
    const { missingScopes, assets } = await authorize(world);
    expect(missingScopes).toEqual([]);
    expect(assets.map(({ name, gaps, tokenExpiresAt }) => ({ name, gaps, tokenExpiresAt }))).toEqual([
      { name: 'Bean Bar Roastery', gaps: ['not_ticked'], tokenExpiresAt: '2027-01-19T12:00:00.000Z' },
      { name: 'Bean Bar', gaps: [], tokenExpiresAt: '2027-01-19T12:00:00.000Z' },
    ]);
  });

  it('CM-01 names the permissions that were declined', async () => {
    const { missingScopes } = await authorize(world, 'auto=1&decline=pages_manage_engagement');
    expect(missingScopes).toEqual(['pages_manage_engagement']);
  });

  it('CM-01 refuses a code that is used a second time', async () => {
    const redirectUri = `${world.origin}/v1/oauth/meta/callback`;
    const dialog = await authorizer().dialogAddress({ state: 'state', redirectUri, codeVerifier });
    const callback = await world.consent(world.outside(new URL(dialog)).href);
    const code = callback.searchParams.get('code') ?? '';
    await authorizer().authorize({ code, redirectUri, codeVerifier });
    await expect(authorizer().authorize({ code, redirectUri, codeVerifier })).rejects.toMatchObject({
      failure: 'invalid_request',
      platformCode: '100/36009',
    });
  });

  it('CM-01 proves that a token reaches its page, and finds out when it does not', async () => {
    const { assets } = await authorize(world);
    const tokenOf = (name: string) =>
      renewableTokenOf(assets.find((asset) => asset.name === name)?.token ?? '')?.accessToken ?? '';
    const connector = metaConnector(world.graph, async () => false);
    await expect(connector.verify(beanBar.id, tokenOf('Bean Bar'))).resolves.toBeUndefined();
    await expect(connector.verify(beanBar.id, tokenOf('Bean Bar Roastery'))).rejects.toMatchObject({
      failure: 'permission_missing',
    });
  });
});
