import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beanBarOnTiktok } from '../../../local/providers/tiktok/start-state.ts';
import type { Reading } from '../../../shared/core/content/ports.ts';
import { contentIdOf } from '../../../shared/core/interactions/captured-interaction.ts';
import { tiktokAnnouncements, tiktokReader } from '../../../shared/infra/tiktok/tiktok-account.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aTiktokAccount, onTiktok, tiktokOf, tiktokTokens } from '../../support/tiktok.ts';

const capturedAt = '2026-11-20T12:00:00.000Z';
const account = aTiktokAccount();

describe('reading an account of TikTok', () => {
  let world: StartedWorld;
  let reading: Reading;
  beforeAll(async () => {
    world = await startTestWorld();
    reading = { account, token: (await tiktokTokens(world)).accessToken, since: null, capturedAt };
  });
  afterAll(() => world.stop());
  beforeEach(() => onTiktok(world, 'DELETE', '/faults'));

  const reader = () => tiktokReader(tiktokOf(world));
  const posts = (since: string | null = null) => Array.fromAsync(reader().posts({ ...reading, since }));
  const comments = (videoId: string, since: string | null = null) =>
    Array.fromAsync(reader().comments({ ...reading, since }, videoId));
  const aVideo = async () =>
    (await onTiktok(world, 'POST', `/accounts/${account.externalId}/videos`, { caption: 'New' })).id;
  const say = (videoId: string, body: object) => onTiktok(world, 'POST', `/videos/${videoId}/comments`, body);

  it('CM-08 reads videos newest first, with ids of 19 digits and the figures that TikTok has by now', async () => {
    const read = await posts();
    const oldest = read.at(-1);
    const key = {
      provider: 'tiktok',
      accountId: account.accountId,
      externalId: oldest?.externalId ?? '',
    } as const;
    expect(read.map(({ title }) => title)).toEqual([
      'Latte art in 12 seconds ☕ #barista #latteart',
      'POV: you ordered the last pistachio croissant 🥐',
      'From cherry to cup: our farm visit in Minas Gerais 🇧🇷',
    ]);
    expect(oldest).toEqual({
      ...key,
      externalId: expect.stringMatching(/^\d{19}$/),
      contentId: contentIdOf(key),
      kind: 'video',
      title: oldest?.text,
      text: 'From cherry to cup: our farm visit in Minas Gerais 🇧🇷',
      permalink: `https://www.tiktok.com/@beanbar/video/${key.externalId}`,
      imageUrl: `https://www.tiktok.com/@beanbar/video/${key.externalId}/cover`,
      postedAt: oldest?.postedAt,
      campaignId: null,
      reading: null,
      statistics: { reactions: 2_411, comments: 2, shares: 190 },
      capturedAt,
    });
    expect(await posts(read[1]?.postedAt)).toHaveLength(2);
  });

  it('CM-08 reads comments and replies, hidden and own ones too', async () => {
    const [, croissant] = await posts();
    const read = await comments(croissant?.externalId ?? '');
    const question = read.find(({ text }) => text === 'Do you ship these?');
    expect(read.map(({ author, isHidden, isFromOwner }) => [author.name, isHidden, isFromOwner])).toEqual([
      ['promo.king', true, false],
      ['Ben Okafor', false, false],
      ['Mia Costa', false, false],
      ['Bean Bar', false, true],
      ['Nina Rossi', false, false],
      ['Lena Vogt', false, false],
    ]);
    expect(read[3]).toEqual({
      provider: 'tiktok',
      accountId: account.accountId,
      externalId: expect.stringMatching(/^\d{19}$/),
      kind: 'reply',
      contentExternalId: croissant?.externalId,
      parentExternalId: question?.externalId,
      author: {
        externalId: beanBarOnTiktok.openId,
        name: 'Bean Bar',
        avatarUrl: null,
        followers: null,
        verified: null,
      },
      isFromOwner: true,
      text: 'Sadly not, they are best within the hour!',
      attachments: [],
      permalink: null,
      likeCount: 2,
      replyCount: 0,
      isHidden: false,
      commentedAt: read[3]?.commentedAt,
      capturedAt,
      source: 'sync',
    });
  });

  it('CM-08 reads every comment once although pages are short and TikTok repeats some behind 500', async () => {
    const videoId = await aVideo();
    const numbers = Array.from({ length: 560 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map((number) => say(videoId, { text: `Comment ${number}`, minutesAgo: 1_000 - number })),
    );
    const read = await comments(videoId);
    expect(new Set(read.map(({ externalId }) => externalId)).size).toBe(560);
    expect(read).toHaveLength(560);
    const since = read.find(({ text }) => text === 'Comment 541')?.commentedAt ?? '';
    expect((await comments(videoId, since)).map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, index) => `Comment ${560 - index}`),
    );
  }, 20_000);

  it('CM-08 asks for the replies that do not come with their comment', async () => {
    const videoId = await aVideo();
    const { id } = await say(videoId, { text: 'Who else?' });
    for (let number = 1; number <= 40; number += 1) {
      await onTiktok(world, 'POST', `/comments/${id}/replies`, { text: `Me ${number}` });
    }
    const read = await comments(videoId);
    expect(read).toHaveLength(41);
    expect(new Set(read.slice(1).map(({ parentExternalId }) => parentExternalId))).toEqual(new Set([id]));
  });

  it('CM-08 reads no comments of an account whose owner kept them, and its videos all the same', async () => {
    const { accessToken } = await tiktokTokens(world, 'auto=1&decline=comment.list,comment.list.manage');
    const limited = {
      ...reading,
      token: accessToken,
      account: aTiktokAccount({ limitations: ['no_comments'] }),
    };
    const [video] = await Array.fromAsync(reader().posts(limited));
    expect(await Array.fromAsync(reader().comments(limited, video?.externalId ?? ''))).toEqual([]);
    await expect(
      Array.fromAsync(reader().comments({ ...limited, account }, video?.externalId ?? '')),
    ).rejects.toMatchObject({ failure: 'permission_missing' });
  });

  it('CM-10 reads what a webhook announced, on both levels, with who wrote it', async () => {
    const videoId = await aVideo();
    const top = await say(videoId, { text: 'Price?', author: 'Ana Reis' });
    const reply = await onTiktok(world, 'POST', `/comments/${top.id}/replies`, {
      text: '9.90',
      asOwner: true,
    });
    const announced = tiktokAnnouncements(tiktokOf(world));
    const read = (externalId: string, parentExternalId: string | null) =>
      announced(reading, { externalId, contentExternalId: videoId, parentExternalId });
    expect(await read(top.id, null)).toMatchObject({
      kind: 'comment',
      text: 'Price?',
      author: { externalId: 'u-ana.reis', name: 'Ana Reis' },
      isFromOwner: false,
      source: 'webhook',
    });
    expect(await read(reply.id, top.id)).toMatchObject({ kind: 'reply', isFromOwner: true });
    await expect(read('7420000000000000001', null)).rejects.toMatchObject({ failure: 'gone' });
  });

  it('CM-04 repeats a read after an outage and a lost answer, and none after a throttle', async () => {
    await onTiktok(world, 'POST', '/faults', { kind: 'server_error', method: 'GET' });
    await onTiktok(world, 'POST', '/faults', { kind: 'lost_answer', method: 'GET' });
    await expect(posts()).resolves.not.toHaveLength(0);
    await onTiktok(world, 'POST', '/faults', { kind: 'throttle', method: 'GET' });
    await expect(posts()).rejects.toMatchObject({ failure: 'throttled', retryAfterSeconds: 300 });
  });

  it('CM-06 meets the limit of 40 calls a minute for each endpoint', async () => {
    const many = Array.from({ length: 45 }, () => posts());
    const outcomes = await Promise.allSettled(many);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]).toMatchObject({ reason: { failure: 'throttled', platformCode: '40100' } });
  });
});
