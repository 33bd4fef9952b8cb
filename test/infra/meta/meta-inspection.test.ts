import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { metaInspection } from '../../../shared/infra/meta/meta-inspection.ts';
import { pageSearch } from '../../../shared/infra/meta/page-search.ts';
import { subscribePage } from '../../../shared/infra/meta/page-subscription.ts';
import { anAccount, pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

describe('what Meta says of an account', () => {
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await pageToken(world);
    await subscribePage(world.graph, token);
  });
  afterAll(() => world.stop());

  function inspect(scopes = pageSearch.scopes, account = anAccount(), now = new Date()) {
    const requireApp = async () => simulatedMetaApp;
    const look = metaInspection({ graph: world.graph, requireApp, scopes, assetScopePrefix: 'pages_' });
    return look(account, token, now.toISOString());
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

  it('CM-04 finds nothing wrong with a page that was connected as asked', async () => {
    expect(await inspect()).toEqual([]);
  });

  it('CM-01 names the permission that is missing', async () => {
    expect(await inspect([...pageSearch.scopes, 'pages_messaging_nowhere'])).toEqual([
      {
        code: 'scope_missing',
        severity: 'error',
        message:
          'The permission pages_messaging_nowhere is missing. Connect the account again and leave all permissions on.',
      },
    ]);
  });

  it('CM-01 names the page that was not ticked', async () => {
    expect(await inspect(pageSearch.scopes, anAccount({ externalId: '999' }))).toEqual([
      {
        code: 'asset_not_granted',
        severity: 'error',
        message: 'Page “Bean Bar” was not ticked in the dialog. Connect it again and tick it.',
      },
    ]);
  });

  it('CM-03 tells that the access to data ends, some days before', async () => {
    expect((await inspect(pageSearch.scopes, anAccount(), inDays(85))).map(({ code }) => code)).toEqual([
      'access_ends',
    ]);
  });

  it('CM-03 tells that the token is refused', async () => {
    await world.meta('POST', '/revocations', { pageId: beanBar.id });
    expect((await inspect()).map(({ code, severity }) => [code, severity])).toEqual([
      ['token_invalid', 'error'],
    ]);
  });
});
