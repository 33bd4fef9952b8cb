import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { renewableTokenOf } from '../../../shared/core/accounts/renewable-token.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { instagramSearch } from '../../../shared/infra/instagram/instagram-search.ts';
import type { AssetSearch } from '../../../shared/infra/meta/meta-authorizer.ts';
import { metaRenewer } from '../../../shared/infra/meta/meta-renewer.ts';
import { pageSearch } from '../../../shared/infra/meta/page-search.ts';
import { authorize } from '../../support/accounts.ts';
import { fixedClock } from '../../support/clock.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

describe('renewing the access to an account at Meta', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const clock = fixedClock();
  const renewer = (assets: AssetSearch) =>
    metaRenewer({ graph: world.graph, requireApp: async () => simulatedMetaApp, clock, assets });

  it.each([
    ['a page', pageSearch, beanBar.id],
    ['an Instagram account', instagramSearch, beanBarInstagram.id],
  ] as const)(
    'CM-03 gives %s another 60 days, and a token that reaches it',
    async (_what, assets, assetId) => {
      const found = (await authorize(world, 'auto=1', assets)).assets;
      const token = renewableTokenOf(found.find(({ externalId }) => externalId === assetId)?.token ?? '');
      const renewed = await renewer(assets)(token?.refreshToken ?? '');
      expect(renewed).toEqual({
        provider: assets.provider,
        accessToken: expect.stringMatching(/^EAAPage/),
        accessTokenExpiresAt: addSeconds(clock.now(), 60 * 86_400),
        refreshToken: expect.stringContaining(`${assetId} EAA`),
      });
      expect(renewed.accessToken).not.toBe(token?.accessToken);
      expect(renewed.refreshToken).not.toBe(token?.refreshToken);
    },
  );

  it('CM-03 is refused for a person who took the rights away', async () => {
    await expect(renewer(pageSearch)(`${beanBar.id} EAAunknown`)).rejects.toMatchObject({
      failure: 'token_rejected',
    });
  });
});
