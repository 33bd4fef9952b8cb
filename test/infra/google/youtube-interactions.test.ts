import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReplyTarget } from '../../../shared/core/replies/platform.ts';
import { youtubeInteractions } from '../../../shared/infra/google/youtube-interactions.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aChannel, channelAccess, onYouTube, youtubeOf } from '../../support/youtube.ts';

const videoId = 'bb-roasting';
const account = aChannel();

describe('what is done below a YouTube video', () => {
  let world: StartedWorld;
  let token: string;
  beforeAll(async () => {
    world = await startTestWorld();
    token = await channelAccess(world);
  });
  afterAll(() => world.stop());

  const client = () => youtubeInteractions(youtubeOf(world));
  const aTarget = (externalId: string, parentExternalId: string | null = null): ReplyTarget => ({
    interactionId: 'int_1',
    externalId,
    kind: parentExternalId === null ? 'comment' : 'reply',
    contentExternalId: videoId,
    parentExternalId,
    authorExternalId: null,
  });
  const write = async (text: string, path = `/videos/${videoId}/comments`, more = {}): Promise<string> =>
    (await onYouTube(world, 'POST', path, { text, ...more })).id;
  const shown = (id: string) =>
    onYouTube<{ status: string; replies: { id: string; text: string }[] }>(world, 'GET', `/comments/${id}`);

  it('CM-09 sees a comment with its answers, and posts one', async () => {
    const id = await write('Nice <b>roaster</b>!', undefined, { minutesAgo: 10 });
    const posted = await client().post(account, aTarget(id), token, 'Thank you & see you!');
    const [reply] = (await shown(id)).replies;
    expect(posted).toEqual({ kind: 'posted', externalReplyId: reply?.id });
    expect(await client().look(account, aTarget(id), token)).toEqual({
      kind: 'found',
      comment: { text: 'Nice <b>roaster</b>!', isHidden: false },
      replies: [
        {
          externalId: reply?.id,
          isOwn: true,
          text: 'Thank you & see you!',
          createdAt: expect.stringMatching(/Z$/),
        },
      ],
    });
  });

  it('CM-09 deletes what the channel wrote itself, and not what others wrote', async () => {
    const id = await write('Which roast is that?', undefined, { minutesAgo: 10 });
    const posted = await client().post(account, aTarget(id), token, 'The dark one.');
    const externalId = posted.kind === 'posted' ? posted.externalReplyId : '';
    await client().removeOwn?.(account, aTarget(externalId, id), token);
    expect((await shown(id)).replies).toEqual([]);
    await expect(client().removeOwn?.(account, aTarget(externalId, id), token)).rejects.toMatchObject({
      failure: 'gone',
    });
    await expect(client().removeOwn?.(account, aTarget(id), token)).rejects.toThrow();
  });

  it('CM-09 answers a reply in its thread, and does not take older answers for one to it', async () => {
    const top = await write('Which beans?', undefined, { minutesAgo: 30 });
    await write('Arabica.', `/comments/${top}/replies`, { asChannel: true, minutesAgo: 20 });
    const reply = await write('And from where?', `/comments/${top}/replies`, { minutesAgo: 10 });
    const look = await client().look(account, aTarget(reply, top), token);
    expect(look).toMatchObject({ kind: 'found', replies: [] });
    await client().post(account, aTarget(reply, top), token, 'From Honduras.');
    expect((await shown(top)).replies.map(({ text }) => text)).toEqual([
      'Arabica.',
      'And from where?',
      'From Honduras.',
    ]);
  });

  it('CM-09 hides, shows and rejects a comment, and sees that it is hidden', async () => {
    const id = await write('Buy followers');
    await client().setHidden(account, aTarget(id), token, true);
    expect(await client().look(account, aTarget(id), token)).toMatchObject({ comment: { isHidden: true } });
    await client().setHidden(account, aTarget(id), token, false);
    expect(await client().look(account, aTarget(id), token)).toMatchObject({ comment: { isHidden: false } });
    await client().remove(account, aTarget(id), token);
    expect((await shown(id)).status).toBe('rejected');
  });

  it('AR-13 is certain that a deleted comment is gone', async () => {
    const id = await write('Wrong video');
    await onYouTube(world, 'DELETE', `/comments/${id}`);
    expect(await client().look(account, aTarget(id), token)).toEqual({ kind: 'gone' });
    expect(await client().post(account, aTarget(id), token, 'Hello')).toMatchObject({
      kind: 'refused',
      code: 'comment_gone',
    });
  });

  it.each(['server_error_after_effect', 'lost_answer'])(
    'AR-12 knows nothing after %s, sends once, and finds the reply by looking',
    async (kind) => {
      const id = await write(`Asked before ${kind}`);
      await onYouTube(world, 'POST', '/faults', { kind, method: 'POST' });
      expect(await client().post(account, aTarget(id), token, 'Once')).toMatchObject({ kind: 'uncertain' });
      const look = await client().look(account, aTarget(id), token);
      expect(look).toMatchObject({ replies: [{ isOwn: true, text: 'Once' }] });
    },
  );

  it('CM-06 defers a reply to midnight Pacific when the units of the day are spent', async () => {
    const id = await write('Too late today');
    await onYouTube(world, 'PATCH', '/quota', { limit: 0 });
    expect(await client().post(account, aTarget(id), token, 'Hello')).toEqual({
      kind: 'refused',
      code: 'throttled',
      reason: 'YouTube answered: The request cannot be completed because you have exceeded your quota.',
      retryAfterSeconds: expect.any(Number),
    });
    await onYouTube(world, 'PATCH', '/quota', { limit: 10_000 });
  });
});
