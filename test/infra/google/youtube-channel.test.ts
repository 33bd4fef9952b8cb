import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBarChannel, roasteryChannel } from '../../../local/providers/youtube/start-state.ts';
import type { Reading } from '../../../shared/core/content/ports.ts';
import { youtubeReader } from '../../../shared/infra/google/youtube-channel.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';
import { aChannel, channelAccess, ledgerInMemory, onYouTube, youtubeOf } from '../../support/youtube.ts';

const capturedAt = '2026-11-20T12:00:00.000Z';

describe('reading a YouTube channel', () => {
  let world: StartedWorld;
  let reading: Reading;
  beforeAll(async () => {
    world = await startTestWorld();
    reading = { account: aChannel(), token: await channelAccess(world), since: null, capturedAt };
  });
  afterAll(() => world.stop());

  const ledger = ledgerInMemory();
  const reader = () => youtubeReader(youtubeOf(world, ledger));
  const videos = (since: string | null = null) => Array.fromAsync(reader().posts({ ...reading, since }));
  const comments = (videoId: string, since: string | null = null) =>
    Array.fromAsync(reader().comments({ ...reading, since }, videoId));
  const unitsFor = async (work: () => Promise<unknown>): Promise<number> => {
    ledger.used.clear();
    await work();
    return [...ledger.used.values()].reduce((sum, units) => sum + units, 0);
  };

  it('CM-09 reads videos newest first, and counts the comments that wait for a review', async () => {
    const read = await videos();
    expect(read[0]).toEqual({
      contentId: read[0]?.contentId,
      provider: 'youtube',
      accountId: aChannel().accountId,
      externalId: 'bb-latteart',
      kind: 'video',
      title: 'Latte art in five minutes',
      text: 'Luís shows how a heart becomes a tulip. All you need is fresh milk and patience.',
      permalink: 'https://www.youtube.com/watch?v=bb-latteart',
      imageUrl: 'https://i.ytimg.com/vi/bb-latteart/hqdefault.jpg',
      postedAt: read[0]?.postedAt,
      campaignId: null,
      reading: null,
      statistics: { reactions: 412, comments: 6, shares: null },
      capturedAt,
    });
    expect(read.map(({ externalId }) => externalId)).toEqual(['bb-latteart', 'bb-roasting', 'bb-coldbrew0']);
    expect(await videos(read[1]?.postedAt)).toHaveLength(2);
  });

  it('CM-06 pays four units for a pass over a channel without news', async () => {
    expect(await unitsFor(() => videos())).toBe(4);
  });

  it('CM-09 reads comments, replies and held ones, and knows its own', async () => {
    const read = await comments('bb-latteart');
    const question = read.find(({ text }) => text.startsWith('Welche Kanne'));
    const answer = read.find(({ isFromOwner }) => isFromOwner);
    expect(read.map(({ text, isHidden }) => [text, isHidden])).toEqual([
      ['My tulip looks like an onion 😂', false],
      ['Adorei a explicação, vou tentar hoje 😍', false],
      ['Welche Kanne benutzt ihr im Video?', false],
      ['Die mit 350 ml!', false],
      ['This is the clearest tutorial I have seen, thank you!', false],
      ['I made $9000 this week, ask me how', true],
    ]);
    expect(answer).toEqual({
      provider: 'youtube',
      accountId: aChannel().accountId,
      externalId: answer?.externalId,
      kind: 'reply',
      contentExternalId: 'bb-latteart',
      parentExternalId: question?.externalId,
      author: {
        externalId: beanBarChannel.id,
        name: '@beanbar',
        avatarUrl: `https://yt3.ggpht.com/${beanBarChannel.id}`,
        followers: null,
        verified: null,
      },
      isFromOwner: true,
      text: 'Die mit 350 ml!',
      attachments: [],
      permalink: `https://www.youtube.com/watch?v=bb-latteart&lc=${answer?.externalId}`,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      commentedAt: answer?.commentedAt,
      capturedAt,
      expiresAt: '2026-12-20T12:00:00.000Z',
      source: 'sync',
    });
  });

  it('CM-04 follows lists and threads over many pages, and gives only what is new or edited', async () => {
    const { id } = await onYouTube(world, 'POST', `/channels/${beanBarChannel.id}/videos`, { title: 'Busy' });
    const ids: string[] = [];
    for (let number = 1; number <= 130; number += 1) {
      const body = { text: `Comment <${number}>`, minutesAgo: 500 - number };
      ids.push((await onYouTube(world, 'POST', `/videos/${id}/comments`, body)).id);
    }
    for (let number = 1; number <= 7; number += 1) {
      const body = { text: `Reply ${number}`, minutesAgo: 300 - number };
      await onYouTube(world, 'POST', `/comments/${ids[0]}/replies`, body);
    }
    const read = await comments(id);
    expect(new Set(read.map(({ text }) => text)).size).toBe(137);
    const since = read.find(({ text }) => text === 'Comment <121>')?.commentedAt ?? '';
    expect(await comments(id, since)).toHaveLength(17);
    await onYouTube(world, 'PATCH', `/comments/${ids[4]}`, { text: 'Edited' });
    expect((await comments(id, since)).map(({ text }) => text)).toContain('Edited');
  });

  it('CM-09 takes a video without comments, and a channel without videos, for what they are', async () => {
    const { id } = await onYouTube(world, 'POST', `/channels/${beanBarChannel.id}/videos`, {
      title: 'Silent',
      commentsDisabled: true,
    });
    expect(await comments(id)).toEqual([]);
    const silent = (await videos()).find(({ externalId }) => externalId === id);
    expect(silent?.statistics.comments).toBeNull();
    const account = aChannel({ externalId: roasteryChannel.id });
    const token = await channelAccess(world, `auto=1&channel=${roasteryChannel.id}`);
    expect(await Array.fromAsync(reader().posts({ ...reading, account, token }))).toEqual([]);
  });

  it('CM-04 repeats a read after an outage and a lost answer', async () => {
    await onYouTube(world, 'POST', '/faults', { kind: 'server_error', method: 'GET' });
    await onYouTube(world, 'POST', '/faults', { kind: 'lost_answer', method: 'GET' });
    await expect(videos()).resolves.not.toHaveLength(0);
  });

  it('CM-06 stops for the day when YouTube says that the quota is spent', async () => {
    await onYouTube(world, 'POST', '/faults', { kind: 'quota_exceeded' });
    const refusal = { failure: 'throttled', retryAfterSeconds: expect.any(Number) };
    await expect(videos()).rejects.toMatchObject({ ...refusal, platformCode: 'quotaExceeded' });
    await expect(videos()).rejects.toMatchObject({ ...refusal, platformCode: undefined });
    ledger.used.clear();
  });

  it('CM-03 knows rejected access from every other refusal', async () => {
    await onYouTube(world, 'POST', '/faults', { kind: 'token_invalid' });
    await expect(videos()).rejects.toMatchObject({ failure: 'token_rejected', platformCode: 'authError' });
  });
});
