import type { APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccountsHandler } from '../../../../lambdas/api/accounts/index.ts';
import { simulatedMetaApp } from '../../../../local/providers/meta/app.ts';
import { beanBarInstagram } from '../../../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../../../local/providers/meta/start-state.ts';
import { renewingVault } from '../../../../shared/core/accounts/renewing-vault.ts';
import { systemContext } from '../../../../shared/core/kernel/tenant-context.ts';
import { accountStore } from '../../../../shared/infra/dynamo/account-store.ts';
import { connectionStore } from '../../../../shared/infra/dynamo/connection-store.ts';
import { oauthStateStore } from '../../../../shared/infra/dynamo/oauth-state-store.ts';
import { personDirectory } from '../../../../shared/infra/dynamo/person-directory.ts';
import { platformAssetStore } from '../../../../shared/infra/dynamo/platform-asset-store.ts';
import { tokenVault } from '../../../../shared/infra/dynamo/token-vault.ts';
import { instagramConnector } from '../../../../shared/infra/instagram/instagram-connector.ts';
import { instagramSearch } from '../../../../shared/infra/instagram/instagram-search.ts';
import { type AssetSearch, metaAuthorizer } from '../../../../shared/infra/meta/meta-authorizer.ts';
import { metaConnector } from '../../../../shared/infra/meta/meta-page.ts';
import { pageSearch } from '../../../../shared/infra/meta/page-search.ts';
import type { IsConnected } from '../../../../shared/infra/meta/page-subscription.ts';
import { newId, randomSecret } from '../../../../shared/runtime/live/clock.ts';
import { aLambdaContext, aMember, anApiEvent } from '../../../support/api-events.ts';
import { fixedClock } from '../../../support/clock.ts';
import { fakeCipher } from '../../../support/fake-cipher.ts';
import { type StartedTable, startTable } from '../../../support/start-table.ts';
import { type StartedWorld, startTestWorld } from '../../../support/start-world.ts';

type Call = Parameters<typeof anApiEvent>[0];
interface Started {
  connectionId: string;
  authorizeUrl: string;
  cookie: string;
}
interface Chosen {
  items: {
    name: string;
    account: { accountId: string; status: string; avatarUrl: string } | null;
    refusal: unknown;
  }[];
}

describe('connecting a page of Facebook and its Instagram account', () => {
  let database: StartedTable;
  let world: StartedWorld;
  let handle: ReturnType<typeof createAccountsHandler>;
  const requested: string[] = [];
  const clock = fixedClock();
  beforeAll(async () => {
    [database, world] = await Promise.all([startTable(), startTestWorld()]);
  });
  afterAll(() => Promise.all([database.stop(), world.stop()]));

  beforeEach(() => {
    const { table } = database;
    const app = async () => simulatedMetaApp;
    const { graph, outside } = world;
    const loginFor = (assets: AssetSearch) => metaAuthorizer({ graph, app, outside, clock, assets });
    const assets = platformAssetStore(table);
    const isConnected: IsConnected = async (provider, externalId) =>
      (await assets.ownerOf(provider, externalId)) !== undefined;
    const stored = tokenVault({ table, cipher: fakeCipher(), nowMilliseconds: Date.now });
    clock.set(new Date().toISOString());
    requested.length = 0;
    handle = createAccountsHandler(
      {
        platforms: {
          facebook: { authorizer: loginFor(pageSearch), connector: metaConnector(graph, isConnected) },
          instagram: {
            authorizer: loginFor(instagramSearch),
            connector: instagramConnector(graph, isConnected),
          },
        },
        connections: connectionStore(table),
        pending: oauthStateStore(table),
        accounts: accountStore(table),
        assets,
        persons: personDirectory(table),
        vault: renewingVault({
          vault: stored,
          renewals: stored,
          renewers: {},
          newSecret: randomSecret,
          clock,
          wait: async () => undefined,
        }),
        requestSync: async (_context, accountId) => {
          requested.push(accountId);
        },
        newId,
        newSecret: randomSecret,
        publicUrl: world.origin,
        pictureAddress: (url) => world.outside(new URL(url)).href,
      },
      { clock },
    );
  });

  const call = (input: Call) => handle(anApiEvent(input), aLambdaContext()) as Promise<APIGatewayProxyResult>;
  const bodyOf = <T>(result: APIGatewayProxyResult) => JSON.parse(result.body) as T;

  async function start(authorizer = aMember(), provider = 'facebook'): Promise<Started> {
    const body = { provider };
    const result = await call({ method: 'POST', resource: '/v1/accounts/connections', body, authorizer });
    const [cookie = ''] = (result.multiValueHeaders?.['set-cookie'] ?? []).map(String);
    return { ...bodyOf<Started>(result), cookie };
  }

  async function comeBack(callback: URL, cookie: string): Promise<URL> {
    const result = await call({
      method: 'GET',
      resource: '/v1/oauth/{family}/callback',
      params: { family: 'meta' },
      query: Object.fromEntries(callback.searchParams),
      headers: { cookie: cookie.split(';').at(0) ?? '' },
      authorizer: null,
    });
    expect(result.statusCode).toBe(302);
    return new URL(String(result.headers?.['location']));
  }

  const look = (connectionId: string, authorizer = aMember()) =>
    call({
      method: 'GET',
      resource: '/v1/accounts/connections/{connectionId}',
      params: { connectionId },
      authorizer,
    });

  const choose = (connectionId: string, externalIds: string[], authorizer = aMember()) =>
    call({
      method: 'POST',
      resource: '/v1/accounts/connections/{connectionId}/accounts',
      params: { connectionId },
      body: { externalIds },
      authorizer,
    });

  it('CM-01 leads from the dialog over the choice to an account that reads for the first time', async () => {
    const { connectionId, authorizeUrl, cookie } = await start();
    const landing = await comeBack(await world.consent(authorizeUrl), cookie);
    expect(landing.pathname + landing.search).toBe(`/settings/accounts?connection=${connectionId}`);
    expect(bodyOf(await look(connectionId))).toMatchObject({
      status: 'ready',
      failure: null,
      assets: [
        {
          name: 'Bean Bar Roastery',
          gaps: [{ code: 'not_ticked', message: expect.stringMatching(/^Bean Bar Roastery was not ticked/) }],
        },
        { name: 'Bean Bar', gaps: [] },
      ],
    });
    const chosen = bodyOf<Chosen>(await choose(connectionId, [beanBar.id]));
    expect(chosen.items).toMatchObject([{ name: 'Bean Bar', account: { status: 'active' }, refusal: null }]);
    expect(requested).toEqual([chosen.items[0]?.account?.accountId]);
    const picture = await fetch(chosen.items[0]?.account?.avatarUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    const [page] = (await world.meta<{ name: string; subscribedFields: string[] }[]>('GET', '/pages')).filter(
      ({ name }) => name === 'Bean Bar',
    );
    expect(page?.subscribedFields).toEqual(['feed', 'messages', 'message_echoes']);
  });

  it('CM-01 connects the Instagram account of a page through the same callback', async () => {
    const { connectionId, authorizeUrl, cookie } = await start(aMember(), 'instagram');
    await comeBack(await world.consent(authorizeUrl), cookie);
    const { items } = bodyOf<Chosen>(await choose(connectionId, [beanBarInstagram.id]));
    expect(items).toMatchObject([
      { name: 'beanbar', account: { provider: 'instagram', status: 'active' }, refusal: null },
    ]);
    expect(requested).toEqual([items[0]?.account?.accountId]);
    const picture = await fetch(items[0]?.account?.avatarUrl ?? '');
    expect(picture.headers.get('content-type')).toBe('image/svg+xml');
    const params = { accountId: items[0]?.account?.accountId ?? '' };
    const disconnected = await call({ method: 'DELETE', resource: '/v1/accounts/{accountId}', params });
    expect(disconnected.statusCode).toBe(204);
  });

  it('CM-02 stores the token encrypted for its account and answers it nowhere', async () => {
    const { connectionId, authorizeUrl, cookie } = await start();
    await comeBack(await world.consent(authorizeUrl), cookie);
    const view = (await look(connectionId)).body;
    const chosen = await choose(connectionId, [beanBar.id]);
    const { accountId } = bodyOf<Chosen>(chosen).items[0]?.account ?? { accountId: '' };
    const list = (await call({ method: 'GET', resource: '/v1/accounts' })).body;
    for (const answer of [view, chosen.body, list]) expect(answer).not.toMatch(/EAA|sealed|token"/i);
    const item = await database.table
      .tenant(systemContext('org_beanbar'))
      .get({ partition: '', sort: `TOKEN#${accountId}` });
    const sealed = JSON.parse(Buffer.from(String(item?.['sealedToken']), 'base64').toString());
    expect(sealed.context).toEqual({ organizationId: 'org_beanbar', accountId });
  });

  it('CM-01 refuses a page that was not ticked, by name', async () => {
    const { connectionId, authorizeUrl, cookie } = await start();
    await comeBack(await world.consent(authorizeUrl), cookie);
    const { assets } = bodyOf<{ assets: { externalId: string; name: string }[] }>(await look(connectionId));
    const roastery = assets.find(({ name }) => name === 'Bean Bar Roastery')?.externalId ?? '';
    expect(bodyOf(await choose(connectionId, [roastery]))).toEqual({
      items: [
        {
          externalId: roastery,
          name: 'Bean Bar Roastery',
          account: null,
          refusal: {
            code: 'not_ticked',
            message:
              'Bean Bar Roastery was not ticked in the dialog of the provider. Start again and tick it.',
          },
        },
      ],
    });
  });

  it.each([
    ['declines', 'auto=deny', 'denied'],
    ['leaves out a permission', 'auto=1&decline=pages_manage_engagement', 'missing_scope'],
  ])('CM-01 tells what happened when the person %s', async (_what, choice, error) => {
    const { connectionId, authorizeUrl, cookie } = await start();
    const landing = await comeBack(await world.consent(authorizeUrl, choice), cookie);
    expect(landing.search).toBe(`?connection=${connectionId}&error=${error}`);
    expect(bodyOf(await look(connectionId))).toMatchObject({ status: 'failed', failure: { code: error } });
  });

  it('CM-01 takes a state once, from the browser that started, within ten minutes', async () => {
    const first = await start();
    const second = await start();
    const callback = await world.consent(first.authorizeUrl);
    expect((await comeBack(callback, '')).search).toBe('?error=state_invalid');
    expect((await comeBack(callback, second.cookie)).search).toBe('?error=state_invalid');
    expect((await comeBack(callback, first.cookie)).search).toBe(`?connection=${first.connectionId}`);
    expect((await comeBack(callback, first.cookie)).search).toBe('?error=state_invalid');
    const late = await start();
    const lateCallback = await world.consent(late.authorizeUrl);
    clock.advance({ minutes: 10 });
    expect((await comeBack(lateCallback, late.cookie)).search).toContain('error=state_expired');
  });

  it('CM-01 shows a connection to the member who started it alone', async () => {
    const { connectionId } = await start();
    const another = { ...aMember(), memberId: 'mem_ben' };
    expect((await look(connectionId, another)).statusCode).toBe(404);
    expect((await look(connectionId, aMember('owner', 'org_other'))).statusCode).toBe(404);
  });

  it('CM-01 refuses a page that another organization has connected, until it is disconnected there', async () => {
    const mine = await start();
    await comeBack(await world.consent(mine.authorizeUrl), mine.cookie);
    const { items } = bodyOf<Chosen>(await choose(mine.connectionId, [beanBar.id]));
    const rival = aMember('owner', 'org_rival');
    const theirs = await start(rival);
    await comeBack(await world.consent(theirs.authorizeUrl), theirs.cookie);
    const refused = bodyOf<Chosen>(await choose(theirs.connectionId, [beanBar.id], rival));
    expect(refused.items).toMatchObject([{ account: null, refusal: { code: 'connected_elsewhere' } }]);

    const accountId = items[0]?.account?.accountId ?? '';
    const params = { accountId };
    const disconnected = await call({ method: 'DELETE', resource: '/v1/accounts/{accountId}', params });
    const after = await call({ method: 'GET', resource: '/v1/accounts/{accountId}', params });
    expect(disconnected.statusCode).toBe(204);
    expect(bodyOf(after)).toMatchObject({ status: 'disconnected', nextAt: null });
    const again = await start(rival);
    await comeBack(await world.consent(again.authorizeUrl), again.cookie);
    const connected = bodyOf<Chosen>(await choose(again.connectionId, [beanBar.id], rival));
    expect(connected.items).toMatchObject([{ account: { status: 'active' } }]);
    await call({
      method: 'DELETE',
      resource: '/v1/accounts/{accountId}',
      params: { accountId: connected.items[0]?.account?.accountId ?? '' },
      authorizer: rival,
    });
  });

  it('AR-02 switches automation on from now, off, and notices an edit made meanwhile', async () => {
    const { connectionId, authorizeUrl, cookie } = await start();
    await comeBack(await world.consent(authorizeUrl), cookie);
    const { items } = bodyOf<Chosen>(await choose(connectionId, [beanBar.id]));
    const params = { accountId: items[0]?.account?.accountId ?? '' };
    const patch = (body: unknown, ifMatch?: string) =>
      call({
        method: 'PATCH',
        resource: '/v1/accounts/{accountId}',
        params,
        body,
        headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
      });
    const off = await patch({ isAutomationEnabled: false });
    expect(bodyOf(off)).toMatchObject({ automationEnabledAt: null });
    clock.advance({ hours: 1 });
    const on = await patch({ isAutomationEnabled: true }, String(off.headers?.['etag']));
    expect(bodyOf(on)).toMatchObject({ automationEnabledAt: clock.now() });
    expect((await patch({ channelType: 'business' }, String(off.headers?.['etag']))).statusCode).toBe(412);
  });

  it('CM-01 says which platforms can be connected here', async () => {
    const { items } = bodyOf<{ items: { provider: string; isConfigured: boolean }[] }>(
      await call({ method: 'GET', resource: '/v1/providers' }),
    );
    expect(items.map(({ provider, isConfigured }) => [provider, isConfigured])).toEqual([
      ['facebook', true],
      ['instagram', true],
      ['tiktok', false],
      ['youtube', false],
    ]);
    const body = { provider: 'youtube' };
    const refused = await call({ method: 'POST', resource: '/v1/accounts/connections', body });
    expect(bodyOf(refused)).toMatchObject({ status: 409, code: 'provider_not_configured' });
  });
});
