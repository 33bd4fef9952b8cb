import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import type { ReplyTarget } from '../../../shared/core/replies/platform.ts';
import { instagramInteractions } from '../../../shared/infra/instagram/instagram-interactions.ts';
import { anInstagramAccount, instagramToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

interface Shown {
  id: string;
  text: string;
  isHidden: boolean;
  replies: Shown[];
}

describe('answering on Instagram', () => {
  let world: StartedWorld;
  let token: string;
  let mediaId: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await instagramToken(world);
    const path = `/instagram-accounts/${beanBarInstagram.id}/media`;
    mediaId = (await world.meta<{ id: string }>('POST', path, { caption: 'Hello' })).id;
  });
  afterAll(() => world.stop());

  const client = () => instagramInteractions(world.graph);
  const account = anInstagramAccount();
  const shown = (id: string) => world.meta<Shown>('GET', `/instagram-comments/${id}`);
  const repliesOf = async (id: string) => (await shown(id)).replies.map(({ text }) => text);

  function aTarget(externalId: string, overrides: Partial<ReplyTarget> = {}): ReplyTarget {
    return {
      interactionId: 'int_1',
      externalId,
      kind: 'comment',
      contentExternalId: mediaId,
      parentExternalId: null,
      authorExternalId: null,
      ...overrides,
    };
  }

  async function aComment(text = 'Are you open?', minutesAgo = 10): Promise<ReplyTarget> {
    const path = `/instagram-media/${mediaId}/comments`;
    return aTarget((await world.meta<Shown>('POST', path, { text, minutesAgo })).id);
  }

  async function aReply(below: string, body: Record<string, unknown>): Promise<ReplyTarget> {
    const { id } = await world.meta<Shown>('POST', `/instagram-comments/${below}/replies`, body);
    return aTarget(id, { kind: 'reply', parentExternalId: below });
  }

  it('CM-07 answers a comment, and sees its own answer beside those of others', async () => {
    const target = await aComment();
    await aReply(target.externalId, { text: 'I wonder, too', minutesAgo: 5 });
    const outcome = await client().post(account, target, token, 'Yes, until 20 h.');
    expect(outcome).toEqual({ kind: 'posted', externalReplyId: expect.stringMatching(/^\d{17}$/) });
    expect(await client().look(account, target, token)).toMatchObject({
      kind: 'found',
      comment: { text: 'Are you open?', isHidden: false },
      replies: [
        { isOwn: true, text: 'Yes, until 20 h.' },
        { isOwn: false, text: 'I wonder, too' },
      ],
    });
  });

  it('CM-07 answers a reply below the comment at the top, and takes no older answer for its own', async () => {
    const top = await aComment('Is it good?', 20);
    await aReply(top.externalId, { text: 'It is!', asOwner: true, minutesAgo: 15 });
    const reply = await aReply(top.externalId, { text: 'And the soy one?', minutesAgo: 5 });
    expect(await client().look(account, reply, token)).toMatchObject({ kind: 'found', replies: [] });
    await client().post(account, reply, token, 'That one, too.');
    expect(await repliesOf(top.externalId)).toEqual(['That one, too.', 'And the soy one?', 'It is!']);
    expect(await client().look(account, reply, token)).toMatchObject({
      comment: { text: 'And the soy one?' },
      replies: [{ isOwn: true, text: 'That one, too.' }],
    });
  });

  it.each(['lost_answer', 'server_error_after_effect'])(
    'AR-12 does not know what became of a reply after %s, and finds it by looking',
    async (kind) => {
      const target = await aComment();
      await world.meta('POST', '/faults', { kind, method: 'POST', pathIncludes: target.externalId });
      expect((await client().post(account, target, token, 'Yes.')).kind).toBe('uncertain');
      expect(await repliesOf(target.externalId)).toEqual(['Yes.']);
      expect(await client().look(account, target, token)).toMatchObject({
        replies: [{ isOwn: true, text: 'Yes.' }],
      });
    },
  );

  it.each([
    ['throttle_instagram', { kind: 'refused', code: 'throttled', retryAfterSeconds: 60 }],
    ['token_invalid', { kind: 'refused', code: 'token_rejected' }],
    ['server_error', { kind: 'uncertain' }],
  ])('AR-12 knows after %s whether anything was published', async (kind, expected) => {
    const target = await aComment();
    await world.meta('POST', '/faults', { kind, method: 'POST', pathIncludes: target.externalId });
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject(expected);
    expect(await repliesOf(target.externalId)).toEqual([]);
  });

  it('CM-07 is refused where a comment is hidden or the text too long, and publishes nothing', async () => {
    const target = await aComment();
    expect(await client().post(account, target, token, 'a'.repeat(2_201))).toMatchObject({
      kind: 'refused',
      code: 'not_allowed',
    });
    await client().setHidden(account, target, token, true);
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject({
      kind: 'refused',
      code: 'not_allowed',
    });
    expect(await repliesOf(target.externalId)).toEqual([]);
  });

  it('AR-13 sees that a comment was edited, hidden or deleted, of which no webhook tells', async () => {
    const target = await aComment();
    const path = `/instagram-comments/${target.externalId}`;
    await world.meta('PATCH', path, { text: 'Are you closed?', isHidden: true });
    expect(await client().look(account, target, token)).toMatchObject({
      comment: { text: 'Are you closed?', isHidden: true },
    });
    await world.meta('DELETE', path);
    expect(await client().look(account, target, token)).toEqual({ kind: 'gone' });
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject({ code: 'comment_gone' });
  });

  it('CM-07 hides, shows and deletes a comment', async () => {
    const target = await aComment();
    await client().setHidden(account, target, token, true);
    expect((await shown(target.externalId)).isHidden).toBe(true);
    await client().setHidden(account, target, token, false);
    expect((await shown(target.externalId)).isHidden).toBe(false);
    await client().remove(account, target, token);
    await expect(shown(target.externalId)).rejects.toThrow('404');
  });

  it.each(['caption', 'comment'])('CM-07 answers a mention in a %s', async (where) => {
    const path = `/instagram-accounts/${beanBarInstagram.id}/mentions`;
    const body = { text: 'Breakfast at @beanbar', where };
    const mention = await world.meta<{ id: string; mediaId: string }>('POST', path, body);
    const target = aTarget(mention.id, { kind: 'mention', contentExternalId: mention.mediaId });
    expect(await client().look(account, target, token)).toEqual({
      kind: 'found',
      comment: { text: 'Breakfast at @beanbar', isHidden: false },
      replies: [],
    });
    expect(await client().post(account, target, token, 'Enjoy!')).toMatchObject({ kind: 'posted' });
    expect(await world.meta('GET', `/instagram-mentions/${mention.id}`)).toMatchObject({
      answers: [{ text: 'Enjoy!' }],
    });
  });
});
