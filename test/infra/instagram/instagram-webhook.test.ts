import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import { escaped, signatureOf } from '../../../local/providers/meta/webhooks.ts';
import { instagramConnector } from '../../../shared/infra/instagram/instagram-connector.ts';
import { instagramInteractions } from '../../../shared/infra/instagram/instagram-interactions.ts';
import { metaWebhook } from '../../../shared/infra/meta/meta-webhook.ts';
import { anInstagramAccount, instagramToken } from '../../support/accounts.ts';
import { type Delivered, type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const now = '2026-11-20T12:00:00.000Z';
const webhook = metaWebhook(async () => simulatedMetaApp);
const read = ({ body, signature }: Delivered) => webhook.read(body, signature, now);

function signed(notification: unknown): Delivered {
  const body = escaped(JSON.stringify(notification));
  return { body: Buffer.from(body), signature: signatureOf(body) };
}

const comment = {
  field: 'comments',
  value: {
    id: '17870913679156914',
    text: 'Größe? 😀 a/b',
    from: { id: '9012', username: 'ana.p' },
    media: { id: '17900000000000001', media_product_type: 'FEED' },
  },
};
const entry = { id: beanBarInstagram.id, time: 1_763_700_000 };
const inChanges = { object: 'instagram', entry: [{ ...entry, changes: [comment] }] };
const inEntry = { object: 'instagram', entry: [{ ...entry, ...comment }] };

describe('webhooks of Instagram', () => {
  it.each([
    ['in a list of changes', inChanges],
    ['flat in its entry', inEntry],
    ['wrapped in a list', [inChanges]],
    ['with milliseconds', { ...inChanges, entry: [{ ...inEntry.entry[0], time: 1_763_700_000_000 }] }],
  ])('CM-10 reads a new comment %s', async (_shape, notification) => {
    expect(await read(signed(notification))).toEqual([
      {
        kind: 'seen',
        provider: 'instagram',
        assetExternalId: beanBarInstagram.id,
        externalId: '17870913679156914',
        interaction: {
          provider: 'instagram',
          externalId: '17870913679156914',
          kind: 'comment',
          contentExternalId: '17900000000000001',
          parentExternalId: null,
          author: { externalId: '9012', name: 'ana.p', avatarUrl: null, followers: null, verified: null },
          isFromOwner: false,
          text: 'Größe? 😀 a/b',
          attachments: [],
          permalink: null,
          likeCount: 0,
          replyCount: 0,
          isHidden: false,
          commentedAt: '2025-11-21T04:40:00.000Z',
          capturedAt: now,
          asOf: '2025-11-21T04:40:00.000Z',
          source: 'webhook',
        },
      },
    ]);
  });

  it.each([
    ['a comment', { media_id: '179', comment_id: '178' }, '178'],
    ['a caption', { media_id: '179' }, '179'],
  ])('CM-07 reads where %s mentions the account', async (_where, value, externalId) => {
    const changes = [{ field: 'mentions', value }];
    expect(await read(signed({ object: 'instagram', entry: [{ ...entry, changes }] }))).toEqual([
      {
        kind: 'announced',
        provider: 'instagram',
        assetExternalId: beanBarInstagram.id,
        externalId,
        contentExternalId: '179',
        parentExternalId: null,
      },
    ]);
  });

  it('CM-10 leaves out what it does not know', async () => {
    const changes = [{ field: 'story_insights', value: { media_id: '1' } }, { field: 'comments' }];
    expect(await read(signed({ object: 'instagram', entry: [{ ...entry, changes }, entry] }))).toEqual([]);
  });
});

describe('webhooks of the simulated Instagram', () => {
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await instagramToken(world);
  });
  afterAll(() => world.stop());

  it('CM-10 tell of additions alone, our own reply among them', async () => {
    const path = `/instagram-accounts/${beanBarInstagram.id}`;
    const media = await world.meta<{ id: string }>('POST', `${path}/media`, { caption: 'Hi' });
    const write = (text: string) =>
      world.meta<{ id: string }>('POST', `/instagram-media/${media.id}/comments`, { text });
    await write('before the subscription');
    await instagramConnector(world.graph, async () => false).subscribe(beanBarInstagram.id, token);
    const { id } = await write('Schön/gut ☕');
    await world.deliveries(1);
    await world.meta('PATCH', `/instagram-comments/${id}`, { text: 'Edited' });
    const target = {
      interactionId: 'int_1',
      externalId: id,
      kind: 'comment',
      contentExternalId: media.id,
      parentExternalId: null,
      authorExternalId: null,
    } as const;
    await instagramInteractions(world.graph).post(anInstagramAccount(), target, token, 'Danke!');
    await world.deliveries(2);
    await world.meta('DELETE', `/instagram-comments/${id}`);
    await world.meta('POST', `${path}/mentions`, { text: 'With @beanbar', where: 'caption' });
    const delivered = await world.deliveries(3);
    expect(await Promise.all(delivered.map(read))).toMatchObject([
      [{ kind: 'seen', externalId: id, interaction: { text: 'Schön/gut ☕', isFromOwner: false } }],
      [{ kind: 'seen', interaction: { text: 'Danke!', isFromOwner: true, parentExternalId: id } }],
      [{ kind: 'announced' }],
    ]);
  });
});
