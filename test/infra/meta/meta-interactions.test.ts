import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import type { ReplyTarget } from '../../../shared/core/replies/platform.ts';
import { metaInteractions } from '../../../shared/infra/meta/meta-interactions.ts';
import { anAccount, pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

interface Shown {
  message: string;
  isHidden: boolean;
  replies: { id: string; message: string; isFromPage: boolean }[];
}

describe('answering on a Facebook page', () => {
  let world: StartedWorld;
  let token: string;
  let postId: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await pageToken(world);
    const post = await world.meta<{ id: string }>('POST', `/pages/${beanBar.id}/posts`, { message: 'Hello' });
    postId = post.id;
  });
  afterAll(() => world.stop());

  const client = () => metaInteractions(world.graph);
  const account = anAccount();
  const shown = (target: ReplyTarget) => world.meta<Shown>('GET', `/comments/${target.externalId}`);

  async function aComment(message = 'Are you open?'): Promise<ReplyTarget> {
    const { id } = await world.meta<{ id: string }>('POST', `/posts/${postId}/comments`, { message });
    return {
      interactionId: 'int_1',
      externalId: id,
      kind: 'comment',
      contentExternalId: postId,
      parentExternalId: null,
      authorExternalId: null,
    };
  }

  it('CM-05 answers a comment, and sees its own answer beside those of others', async () => {
    const target = await aComment();
    await world.meta('POST', `/comments/${target.externalId}/replies`, { message: 'I wonder, too' });
    const outcome = await client().post(account, target, token, 'Yes, until 20 h.');
    const look = await client().look(account, target, token);
    expect(outcome).toEqual({ kind: 'posted', externalReplyId: expect.stringMatching(/^\d+_\d+$/) });
    expect(look).toMatchObject({
      kind: 'found',
      comment: { text: 'Are you open?', isHidden: false },
      replies: [
        { isOwn: true, text: 'Yes, until 20 h.' },
        { isOwn: false, text: 'I wonder, too' },
      ],
    });
  });

  it('CM-20 likes a comment as the page, and takes the like back', async () => {
    const target = await aComment();
    const likes = async () => {
      const { likes: count, likedByPage } = await world.meta<{ likes: number; likedByPage: boolean }>(
        'GET',
        `/comments/${target.externalId}`,
      );
      return [count, likedByPage];
    };
    await client().setLiked?.(account, target, token, true);
    const liked = await likes();
    await client().setLiked?.(account, target, token, false);
    expect([liked, await likes()]).toEqual([
      [1, true],
      [0, false],
    ]);
  });

  it.each(['lost_answer', 'server_error_after_effect'])(
    'AR-12 does not know what became of a reply after %s, and finds it by looking',
    async (kind) => {
      const target = await aComment();
      await world.meta('POST', '/faults', { kind, method: 'POST', pathIncludes: target.externalId });
      const outcome = await client().post(account, target, token, 'Yes.');
      const look = await client().look(account, target, token);
      expect(outcome.kind).toBe('uncertain');
      expect((await shown(target)).replies).toHaveLength(1);
      expect(look).toMatchObject({ replies: [{ isOwn: true, text: 'Yes.' }] });
    },
  );

  it.each([
    ['throttle_app', { kind: 'refused', code: 'throttled' }],
    ['throttle_page', { kind: 'refused', code: 'throttled', retryAfterSeconds: 60 }],
    ['token_invalid', { kind: 'refused', code: 'token_rejected' }],
    ['server_error', { kind: 'uncertain' }],
  ])('AR-12 knows after %s whether anything was published', async (kind, expected) => {
    const target = await aComment();
    await world.meta('POST', '/faults', { kind, method: 'POST', pathIncludes: target.externalId });
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject(expected);
    expect((await shown(target)).replies).toEqual([]);
  });

  it('AR-13 sees that a comment was edited, hidden or deleted', async () => {
    const target = await aComment();
    await world.meta('PATCH', `/comments/${target.externalId}`, {
      message: 'Are you closed?',
      isHidden: true,
    });
    expect(await client().look(account, target, token)).toMatchObject({
      kind: 'found',
      comment: { text: 'Are you closed?', isHidden: true },
    });
    await world.meta('DELETE', `/comments/${target.externalId}`);
    expect(await client().look(account, target, token)).toEqual({ kind: 'gone' });
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject({
      kind: 'refused',
      code: 'comment_gone',
    });
  });

  it('AR-12 cannot look while the platform is down', async () => {
    const target = await aComment();
    await world.meta('POST', '/faults', { kind: 'server_error', method: 'GET', times: 3 });
    expect(await client().look(account, target, token)).toMatchObject({ kind: 'unavailable' });
  });

  it('CM-05 hides, shows and deletes a comment', async () => {
    const target = await aComment();
    await client().setHidden(account, target, token, true);
    expect(await shown(target)).toMatchObject({ isHidden: true });
    await client().setHidden(account, target, token, false);
    expect(await shown(target)).toMatchObject({ isHidden: false });
    await client().remove(account, target, token);
    await expect(shown(target)).rejects.toThrow('404');
  });
});
