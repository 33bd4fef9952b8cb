import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { instagramConnector } from '../../../shared/infra/instagram/instagram-connector.ts';
import { instagramSearch } from '../../../shared/infra/instagram/instagram-search.ts';
import { metaConnector } from '../../../shared/infra/meta/meta-page.ts';
import { authorize, instagramToken, pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

interface ShownPage {
  subscribedFields: string[] | null;
}

describe('connecting an Instagram account', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const search = (choice: string) => authorize(world, choice, instagramSearch);
  const gapsOf = async (choice: string) =>
    (await search(choice)).assets.map(({ name, gaps }) => [name, gaps]);

  it('CM-01 finds the accounts that are linked to pages, and says which one was not ticked', async () => {
    const { missingScopes, assets } = await search('auto=1');
    expect(missingScopes).toEqual([]);
    expect(assets).toEqual([
      expect.objectContaining({ name: 'beanbar.roastery', gaps: ['not_ticked'] }),
      {
        externalId: beanBarInstagram.id,
        name: 'beanbar',
        avatarUrl: `https://scontent.cdninstagram.com/v/${beanBarInstagram.id}.svg`,
        token: expect.stringContaining('"accessToken":"EAAPage'),
        gaps: [],
        tokenExpiresAt: '2027-01-19T12:00:00.000Z',
      },
    ]);
  });

  it('CM-01 needs both the page and the account to be ticked', async () => {
    expect(await gapsOf('auto=1&instagram=none')).toEqual([
      ['beanbar.roastery', ['not_ticked']],
      ['beanbar', ['not_ticked']],
    ]);
    expect(await gapsOf(`auto=1&pages=none&instagram=${beanBarInstagram.id}`)).toEqual([
      ['beanbar.roastery', ['not_ticked']],
      ['beanbar', ['not_ticked']],
    ]);
  });

  it('CM-01 names the permissions that were declined', async () => {
    const { missingScopes } = await search('auto=1&decline=instagram_manage_comments');
    expect(missingScopes).toEqual(['instagram_manage_comments']);
  });

  it('CM-01 proves that a token reaches its account, and finds out when it does not', async () => {
    const connector = instagramConnector(world.graph, async () => false);
    await expect(connector.verify(beanBarInstagram.id, await instagramToken(world))).resolves.toBeUndefined();
    await expect(connector.verify(beanBarInstagram.id, await pageToken(world))).rejects.toMatchObject({
      failure: 'permission_missing',
    });
  });

  it('CM-01 keeps the subscription of a page while the page or its account is connected', async () => {
    const connected = new Set<string>();
    const isConnected = async (provider: string) => connected.has(provider);
    const instagram = instagramConnector(world.graph, isConnected);
    const facebook = metaConnector(world.graph, isConnected);
    const token = await instagramToken(world);
    const fields = async () => (await world.meta<ShownPage>('GET', `/pages/${beanBar.id}`)).subscribedFields;

    await instagram.subscribe(beanBarInstagram.id, token);
    expect(await fields()).toEqual(['feed', 'messages', 'message_echoes']);
    connected.add('facebook');
    await instagram.unsubscribe(beanBarInstagram.id, token);
    expect(await fields()).toEqual(['feed', 'messages', 'message_echoes']);
    connected.clear();
    connected.add('instagram');
    await facebook.unsubscribe(beanBar.id, token);
    expect(await fields()).toEqual(['feed', 'messages', 'message_echoes']);
    connected.clear();
    await instagram.unsubscribe(beanBarInstagram.id, token);
    expect(await fields()).toBeNull();
  });
});
