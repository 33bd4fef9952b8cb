import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { instagramReader } from '../../../shared/infra/instagram/instagram-reader.ts';
import { insightsReader } from '../../../shared/infra/meta/insights.ts';
import { metaReader } from '../../../shared/infra/meta/meta-page.ts';
import { anAccount, anInstagramAccount, instagramToken, pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

describe('the figures that Meta tells apart from a post', () => {
  let world: StartedWorld;
  beforeAll(async () => {
    world = await startTestWorld();
  });
  afterAll(() => world.stop());

  const now = '2026-11-20T12:00:00.000Z';
  const onPage = async () => ({
    account: anAccount(),
    token: await pageToken(world),
    since: null,
    capturedAt: now,
  });
  const onInstagram = async () => ({
    account: anInstagramAccount(),
    token: await instagramToken(world),
    since: null,
    capturedAt: now,
  });

  it('CM-12 are the reach of a post on Facebook', async () => {
    const [post] = (await world.meta<{ posts: { id: string }[] }>('GET', `/pages/${beanBar.id}`)).posts;
    const figures = await metaReader(world.graph).insights?.(await onPage(), post?.id ?? '');
    expect(figures).toEqual({ reach: 2_286 });
  });

  it('CM-07 are views, reach, saves and shares of media on Instagram', async () => {
    const { media } = await world.meta<{ media: { id: string }[] }>(
      'GET',
      `/instagram-accounts/${beanBarInstagram.id}`,
    );
    const figures = await instagramReader(world.graph).insights?.(await onInstagram(), media[0]?.id ?? '');
    expect(figures).toEqual({ views: 12_583, reach: 8_988, saves: 117, shares: 76 });
  });

  it('CM-07 are none where too few people saw it', async () => {
    const path = `/instagram-accounts/${beanBarInstagram.id}/media`;
    const { id } = await world.meta<{ id: string }>('POST', path, { caption: 'New' });
    expect(await instagramReader(world.graph).insights?.(await onInstagram(), id)).toEqual({});
  });

  it('CM-07 are none of a call with one metric that is gone', async () => {
    const [post] = (await world.meta<{ posts: { id: string }[] }>('GET', `/pages/${beanBar.id}`)).posts;
    const withDead = insightsReader(world.graph, {
      post_total_media_view_unique: 'reach',
      post_impressions_unique: 'views',
    });
    expect(await withDead.insights(await onPage(), post?.id ?? '')).toEqual({});
  });
});
