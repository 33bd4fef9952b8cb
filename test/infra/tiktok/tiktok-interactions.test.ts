import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tiktokInteractions } from '../../../shared/infra/tiktok/tiktok-interactions.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aTiktokAccount, onTiktok, tiktokOf, tiktokTokens } from '../../support/tiktok.ts';

interface Shown {
  status: string;
  replies: { id: string; text: string; isOwner: boolean }[];
}

describe('answering below a video of TikTok', () => {
  const account = aTiktokAccount();
  let world: StartedWorld;
  let token: string;
  let videoId: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = (await tiktokTokens(world)).accessToken;
    const video = await onTiktok(world, 'POST', `/accounts/${account.externalId}/videos`, { caption: 'New' });
    videoId = video.id;
  });
  afterAll(() => world.stop());
  beforeEach(() => onTiktok(world, 'DELETE', '/faults'));

  const client = () => tiktokInteractions(tiktokOf(world));
  const shown = (id: string) => onTiktok<Shown>(world, 'GET', `/comments/${id}`);
  const fault = (kind: string, method = 'POST') => onTiktok(world, 'POST', '/faults', { kind, method });

  async function aComment() {
    const { id } = await onTiktok(world, 'POST', `/videos/${videoId}/comments`, { text: 'Price?' });
    return aTarget(id, null);
  }

  function aTarget(externalId: string, parentExternalId: string | null) {
    return {
      interactionId: 'int_1',
      externalId,
      kind: parentExternalId === null ? 'comment' : 'reply',
      contentExternalId: videoId,
      parentExternalId,
      authorExternalId: null,
    } as const;
  }

  it('CM-08 answers a comment and finds its own answer again', async () => {
    const target = await aComment();
    const outcome = await client().post(account, target, token, '9.90');
    const { replies } = await shown(target.externalId);
    expect(outcome).toEqual({ kind: 'posted', externalReplyId: replies[0]?.id });
    expect(await client().look(account, target, token)).toEqual({
      kind: 'found',
      comment: { text: 'Price?', isHidden: false },
      replies: [{ externalId: replies[0]?.id, isOwn: true, text: '9.90', createdAt: expect.any(String) }],
    });
  });

  it('CM-08 answers a reply in the thread that it belongs to', async () => {
    const { externalId: topId } = await aComment();
    const { id } = await onTiktok(world, 'POST', `/comments/${topId}/replies`, { text: 'And in blue?' });
    const target = aTarget(id, topId);
    await client().post(account, target, token, 'Soon.');
    expect((await shown(topId)).replies.map(({ text }) => text)).toEqual(['And in blue?', 'Soon.']);
    expect(await client().look(account, target, token)).toMatchObject({
      comment: { text: 'And in blue?' },
      replies: [{ isOwn: true, text: 'Soon.' }],
    });
  });

  it.each([
    ['throttle', { kind: 'refused', code: 'throttled', retryAfterSeconds: 300 }],
    ['token_invalid', { kind: 'refused', code: 'token_rejected' }],
    ['server_error', { kind: 'uncertain' }],
    ['server_error_after_effect', { kind: 'uncertain' }],
    ['lost_answer', { kind: 'uncertain' }],
  ])('AR-12 posts once under %s, and says what is certain', async (kind, expected) => {
    const target = await aComment();
    await fault(kind);
    expect(await client().post(account, target, token, 'Yes.')).toMatchObject(expected);
    const look = await client().look(account, target, token);
    const hadEffect = kind === 'server_error_after_effect' || kind === 'lost_answer';
    expect(look).toMatchObject({ kind: 'found', replies: hadEffect ? [{ text: 'Yes.' }] : [] });
  });

  it('AR-11 knows a comment that is gone, and an answer that TikTok does not take', async () => {
    const target = await aComment();
    expect(await client().post(account, target, token, 'x'.repeat(151))).toMatchObject({
      kind: 'refused',
      code: 'not_allowed',
    });
    await onTiktok(world, 'DELETE', `/comments/${target.externalId}`);
    expect(await client().look(account, target, token)).toEqual({ kind: 'gone' });
  });

  it('AR-12 finds an answer that TikTok hid without a word', async () => {
    const targets = await Promise.all(Array.from({ length: 6 }, aComment));
    for (const target of targets) await client().post(account, target, token, 'Thank you!');
    const last = targets.at(-1);
    if (!last) throw new Error('There is no comment.');
    expect((await shown(last.externalId)).replies).toMatchObject([{ status: 'HIDDEN' }]);
    expect(await client().look(account, last, token)).toMatchObject({ replies: [{ isOwn: true }] });
  });

  it('CM-08 hides and shows a comment, and deletes none but its own', async () => {
    const target = await aComment();
    await client().setHidden(account, target, token, true);
    expect(await shown(target.externalId)).toMatchObject({ status: 'HIDDEN' });
    await client().setHidden(account, target, token, false);
    expect(await shown(target.externalId)).toMatchObject({ status: 'PUBLIC' });
    await expect(client().remove(account, target, token)).rejects.toMatchObject({
      failure: 'permission_missing',
    });
  });

  it('CM-08 likes a comment, and takes the like back', async () => {
    const target = await aComment();
    await client().setLiked?.(account, target, token, true);
    expect(await shown(target.externalId)).toMatchObject({ likedByOwner: true, likes: 1 });
    await client().setLiked?.(account, target, token, false);
    expect(await shown(target.externalId)).toMatchObject({ likedByOwner: false, likes: 0 });
  });
});
