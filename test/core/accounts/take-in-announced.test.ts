import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import type { Capture } from '../../../shared/core/accounts/receive-events.ts';
import type { SocialAccount } from '../../../shared/core/accounts/social-account.ts';
import { takeInAnnounced } from '../../../shared/core/accounts/take-in-announced.ts';
import { instagramMentions } from '../../../shared/infra/instagram/mention.ts';
import { anInstagramAccount, instagramToken } from '../../support/accounts.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

describe('a mention that a webhook announced', () => {
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await instagramToken(world);
  });
  afterAll(() => world.stop());

  async function takeIn(mention: { id: string; mediaId: string }, overrides: Partial<SocialAccount> = {}) {
    const account = anInstagramAccount(overrides);
    const captured: Capture[] = [];
    const deps = {
      accounts: { find: async () => account },
      vault: { open: async () => token },
      announcementReaders: { instagram: instagramMentions(world.graph) },
      capture: async (captures: readonly Capture[]) => {
        captured.push(...captures);
      },
      clock: fixedClock(),
    };
    const key = { externalId: mention.id, contentExternalId: mention.mediaId, parentExternalId: null };
    const outcome = await takeInAnnounced(deps, aContext(), account.accountId, key);
    return { outcome, captured };
  }

  const mentionIn = (where: 'caption' | 'comment') =>
    world.meta<{ id: string; mediaId: string }>(
      'POST',
      `/instagram-accounts/${beanBarInstagram.id}/mentions`,
      { text: 'Breakfast at @beanbar', username: 'ana.p', where },
    );

  it.each(['caption', 'comment'] as const)('CM-07 is read and handed to intake from a %s', async (where) => {
    const mention = await mentionIn(where);
    const { outcome, captured } = await takeIn(mention);
    expect(outcome).toBe('taken_in');
    expect(captured).toMatchObject([
      {
        kind: 'seen',
        organizationId: aContext().organizationId,
        interaction: {
          provider: 'instagram',
          kind: 'mention',
          externalId: mention.id,
          contentExternalId: mention.mediaId,
          author: { name: 'ana.p' },
          text: 'Breakfast at @beanbar',
          isFromOwner: false,
        },
      },
    ]);
  });

  it('CM-07 is forgotten when it is gone by then, or the account is not active', async () => {
    expect(await takeIn({ id: '1', mediaId: '2' })).toEqual({ outcome: 'gone', captured: [] });
    const mention = await mentionIn('comment');
    expect(await takeIn(mention, { status: 'disconnected' })).toEqual({
      outcome: 'not_active',
      captured: [],
    });
  });

  it('CM-07 is kept for another attempt while the platform is down', async () => {
    const mention = await mentionIn('comment');
    await world.meta('POST', '/faults', { kind: 'server_error', method: 'GET', times: 3 });
    await expect(takeIn(mention)).rejects.toMatchObject({ failure: 'outage' });
  });
});
