import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedMetaApp } from '../../../local/providers/meta/app.ts';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import { escaped, signatureOf } from '../../../local/providers/meta/webhooks.ts';
import { metaInteractions } from '../../../shared/infra/meta/meta-interactions.ts';
import { metaConnector } from '../../../shared/infra/meta/meta-page.ts';
import { metaWebhook } from '../../../shared/infra/meta/meta-webhook.ts';
import { anAccount, pageToken } from '../../support/accounts.ts';
import { type Delivered, type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const now = '2026-11-20T12:00:00.000Z';
const webhook = metaWebhook(async () => simulatedMetaApp);
const read = ({ body, signature }: Delivered) => webhook.read(body, signature, now);

function signed(notification: unknown): Delivered {
  const body = escaped(JSON.stringify(notification));
  return { body: Buffer.from(body), signature: signatureOf(body) };
}

function feedChange(value: Record<string, unknown>): Delivered {
  const change = {
    item: 'comment',
    verb: 'add',
    comment_id: '555_777',
    post_id: `${beanBar.id}_555`,
    parent_id: `${beanBar.id}_555`,
    created_time: 1_763_699_990,
    message: 'Größe? 😀 a/b',
    from: { id: '64000000001', name: 'Ana P.' },
    ...value,
  };
  const entry = { id: beanBar.id, time: 1_763_700_000, changes: [{ field: 'feed', value: change }] };
  return signed({ object: 'page', entry: [entry] });
}

describe('webhooks of Meta', () => {
  it('CM-10 answers the challenge with the agreed token only', async () => {
    const challenge = { mode: 'subscribe', verifyToken: simulatedMetaApp.verifyToken, challenge: '123' };
    expect(await webhook.answerChallenge(challenge)).toBe('123');
    expect(await webhook.answerChallenge({ ...challenge, verifyToken: 'guessed' })).toBeUndefined();
  });

  it('CM-10 refuses a body of which one byte was changed, and one that nobody signed', async () => {
    const delivered = feedChange({});
    for (let position = 0; position < delivered.body.length; position += 7) {
      const body = Buffer.from(delivered.body);
      body.writeUInt8(body.readUInt8(position) ^ 1, position);
      await expect(read({ ...delivered, body })).rejects.toMatchObject({ code: 'signature_invalid' });
    }
    await expect(read({ ...delivered, signature: undefined })).rejects.toMatchObject({
      code: 'signature_invalid',
    });
  });

  it('CM-10 refuses everything while no app is configured', async () => {
    const { body, signature } = feedChange({});
    await expect(metaWebhook(async () => undefined).read(body, signature, now)).rejects.toMatchObject({
      code: 'signature_invalid',
    });
  });

  it('CM-10 reads a new comment', async () => {
    expect(await read(feedChange({}))).toEqual([
      {
        kind: 'seen',
        provider: 'facebook',
        assetExternalId: beanBar.id,
        externalId: '555_777',
        interaction: {
          provider: 'facebook',
          externalId: '555_777',
          kind: 'comment',
          contentExternalId: `${beanBar.id}_555`,
          parentExternalId: null,
          author: {
            externalId: '64000000001',
            name: 'Ana P.',
            avatarUrl: null,
            followers: null,
            verified: null,
          },
          isFromOwner: false,
          text: 'Größe? 😀 a/b',
          attachments: [],
          permalink: null,
          likeCount: 0,
          replyCount: 0,
          isHidden: false,
          commentedAt: '2025-11-21T04:39:50.000Z',
          capturedAt: now,
          asOf: '2025-11-21T04:40:00.000Z',
          source: 'webhook',
        },
      },
    ]);
  });

  it('CM-10 recognises a reply by its parent and our own echo by its author', async () => {
    const [event] = await read(
      feedChange({ parent_id: '555_700', from: { id: beanBar.id, name: 'Bean Bar' } }),
    );
    expect(event).toMatchObject({
      interaction: { kind: 'reply', parentExternalId: '555_700', isFromOwner: true },
    });
  });

  it.each([
    ['edited', { kind: 'seen', interaction: { text: 'Größe? 😀 a/b', asOf: '2025-11-21T04:40:00.999Z' } }],
    ['hide', { kind: 'seen', interaction: { isHidden: true } }],
    ['unhide', { kind: 'seen', interaction: { isHidden: false } }],
    ['remove', { kind: 'removed', externalId: '555_777', removedAt: '2025-11-21T04:40:00.000Z' }],
  ])('CM-11 reads the verb %s', async (verb, expected) => {
    expect(await read(feedChange({ verb }))).toMatchObject([expected]);
  });

  it('CM-10 leaves out what it does not know', async () => {
    expect(await read(feedChange({ item: 'reaction' }))).toEqual([]);
    expect(await read(feedChange({ verb: 'pin' }))).toEqual([]);
    expect(await read(signed({ object: 'user', entry: [] }))).toEqual([]);
  });
});

describe('webhooks of the simulated Meta', () => {
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await pageToken(world);
  });
  afterAll(() => world.stop());

  it('CM-10 arrive for a subscribed page, signed over escaped bytes, our own reply included', async () => {
    const post = await world.meta<{ id: string }>('POST', `/pages/${beanBar.id}/posts`, { message: 'Hi' });
    await world.meta('POST', `/posts/${post.id}/comments`, { message: 'before the subscription' });
    await metaConnector(world.graph, async () => false).subscribe(beanBar.id, token);
    const comment = await world.meta<{ id: string }>('POST', `/posts/${post.id}/comments`, {
      message: 'Schön/gut ☕',
    });
    const target = {
      interactionId: 'int_1',
      externalId: comment.id,
      kind: 'comment',
      contentExternalId: post.id,
      parentExternalId: null,
      authorExternalId: null,
    } as const;
    await world.deliveries(1);
    await metaInteractions(world.graph).post(anAccount(), target, token, 'Danke!');
    const delivered = await world.deliveries(2);
    expect(delivered[0]?.body.toString()).toContain('Sch\\u00f6n\\/gut \\u2615');
    expect(await Promise.all(delivered.map(read))).toMatchObject([
      [{ kind: 'seen', externalId: comment.id, interaction: { text: 'Schön/gut ☕', isFromOwner: false } }],
      [{ kind: 'seen', interaction: { text: 'Danke!', isFromOwner: true, parentExternalId: comment.id } }],
    ]);
  });
});
