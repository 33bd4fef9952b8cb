import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarInstagram } from '../../../local/providers/meta/instagram/start-state.ts';
import type { Reading } from '../../../shared/core/content/ports.ts';
import { instagramReader } from '../../../shared/infra/instagram/instagram-reader.ts';
import { anInstagramAccount, instagramToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const capturedAt = '2026-11-20T12:00:00.000Z';
const account = anInstagramAccount();

describe('reading an Instagram account', () => {
  let world: StartedWorld;
  let reading: Reading;
  beforeAll(async () => {
    world = await startTestWorld();
    reading = { account, token: await instagramToken(world), since: null, capturedAt };
  });
  afterAll(() => world.stop());

  const media = (since: string | null = null) =>
    Array.fromAsync(instagramReader(world.graph).posts({ ...reading, since }));
  const comments = (mediaId: string) =>
    Array.fromAsync(instagramReader(world.graph).comments(reading, mediaId));
  const newMedia = async (hoursAgo = 0) => {
    const path = `/instagram-accounts/${beanBarInstagram.id}/media`;
    return (await world.meta<{ id: string }>('POST', path, { caption: 'Busy', hoursAgo })).id;
  };

  it('CM-07 reads media newest first with what they are and the figures that still exist', async () => {
    const read = await media();
    expect(read.map(({ kind, title, statistics }) => ({ kind, title, statistics }))).toEqual([
      {
        kind: 'carousel',
        title: 'Latte art Friday ☕ Which one would you drink first?',
        statistics: { reactions: 1_284, comments: 6, shares: null },
      },
      {
        kind: 'reel',
        title: 'From sack to cup in 30 seconds.',
        statistics: { reactions: 3_902, comments: 4, shares: null },
      },
      {
        kind: 'image',
        title: 'Oat, soy or almond?',
        statistics: { reactions: 655, comments: 3, shares: null },
      },
    ]);
    expect(read[1]?.imageUrl).toBe(`https://scontent.cdninstagram.com/v/${read[1]?.externalId}.svg`);
  });

  it('CM-07 reads the media of the last 30 days only', async () => {
    const old = await newMedia(24 * 40);
    const since = new Date(Date.now() - 30 * 86_400_000).toISOString();
    expect((await media(since)).map(({ externalId }) => externalId)).not.toContain(old);
  });

  it('CM-07 reads comments with their replies, hidden and own ones too', async () => {
    const [latest] = await media();
    const mediaId = (await media()).find(({ kind }) => kind === 'carousel')?.externalId ?? '';
    const read = await comments(mediaId);
    expect(latest).toBeDefined();
    expect(read.map(({ kind, author, isHidden }) => [kind, author.name, isHidden])).toEqual([
      ['comment', 'grow_fast_4u', true],
      ['comment', 'rui.fotografia', false],
      ['comment', 'timo_kocht', false],
      ['reply', 'lena.macht.kaffee', false],
      ['reply', 'beanbar', false],
      ['comment', 'ana.p', false],
    ]);
    const answer = read.find(({ isFromOwner }) => isFromOwner);
    expect(answer).toEqual({
      provider: 'instagram',
      accountId: account.accountId,
      externalId: answer?.externalId,
      kind: 'reply',
      contentExternalId: mediaId,
      parentExternalId: read[2]?.externalId,
      author: {
        externalId: beanBarInstagram.id,
        name: 'beanbar',
        avatarUrl: null,
        followers: null,
        verified: null,
      },
      isFromOwner: true,
      text: 'Ja, jeden ersten Samstag im Monat!',
      attachments: [],
      permalink: null,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      commentedAt: answer?.commentedAt,
      capturedAt,
      source: 'sync',
    });
    expect(read[2]?.replyCount).toBe(2);
  });

  it('CM-04 follows pages of 50 to their end, of comments and of the replies below one', async () => {
    const id = await newMedia();
    const write = (path: string, text: string, minutesAgo: number) =>
      world.meta<{ id: string }>('POST', path, { text, minutesAgo });
    const top = await write(`/instagram-media/${id}/comments`, 'The first', 500);
    for (let number = 1; number <= 60; number += 1) {
      await write(`/instagram-media/${id}/comments`, `Comment ${number}`, 400 - number);
      await write(`/instagram-comments/${top.id}/replies`, `Reply ${number}`, 300 - number);
    }
    const read = await comments(id);
    const numbers = Array.from({ length: 60 }, (_, index) => 60 - index);
    expect(read.map(({ text }) => text)).toEqual([
      ...numbers.map((number) => `Comment ${number}`),
      'The first',
      ...numbers.map((number) => `Reply ${number}`),
    ]);
    expect(read[60]?.replyCount).toBe(60);
  });

  it('CM-06 says how long a spent budget of Instagram needs', async () => {
    await world.meta('POST', '/faults', { kind: 'throttle_instagram', method: 'GET' });
    await expect(media()).rejects.toMatchObject({
      failure: 'throttled',
      platformCode: '80002',
      retryAfterSeconds: 60,
    });
  });

  it('CM-03 knows a rejected token from every other refusal', async () => {
    await world.meta('POST', '/faults', { kind: 'token_invalid', method: 'GET' });
    await expect(media()).rejects.toMatchObject({ failure: 'token_rejected' });
  });
});
