import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beanBar } from '../../../local/providers/meta/start-state.ts';
import type { Reading } from '../../../shared/core/content/ports.ts';
import { metaReader } from '../../../shared/infra/meta/meta-page.ts';
import { anAccount, pageToken } from '../../support/accounts.ts';
import { type StartedWorld, startTestWorld } from '../../support/start-world.ts';

const capturedAt = '2026-11-20T12:00:00.000Z';

describe('reading a Facebook page', () => {
  let world: StartedWorld;
  let reading: Reading;
  beforeAll(async () => {
    world = await startTestWorld();
    reading = { account: anAccount(), token: await pageToken(world), since: null, capturedAt };
  });
  afterAll(() => world.stop());

  const posts = () => Array.fromAsync(metaReader(world.graph).posts(reading));
  const comments = (postId: string, since: string | null = null) =>
    Array.fromAsync(metaReader(world.graph).comments({ ...reading, since }, postId));

  it('CM-05 reads posts newest first with their statistics', async () => {
    const read = await posts();
    expect(read).toHaveLength(5);
    expect(read[0]).toMatchObject({
      title: 'Our autumn blend is back! ☕🍂',
      kind: 'post',
      accountId: anAccount().accountId,
      statistics: { reactions: 214, comments: 9, shares: 18 },
      capturedAt,
    });
    expect(read.map((post) => post.postedAt)).toEqual(
      read
        .map((post) => post.postedAt)
        .sort()
        .reverse(),
    );
  });

  it('CM-05 reads comments and replies on every level, hidden and own ones too', async () => {
    const [post] = await posts();
    const read = await comments(post?.externalId ?? '');
    expect(read).toHaveLength(9);
    const question = read.find(({ text }) => text.startsWith('Do you sell'));
    const answer = read.find(({ isFromOwner }) => isFromOwner);
    expect(answer).toEqual({
      provider: 'facebook',
      accountId: anAccount().accountId,
      externalId: answer?.externalId,
      kind: 'reply',
      contentExternalId: post?.externalId,
      parentExternalId: question?.externalId,
      author: { externalId: beanBar.id, name: 'Bean Bar', avatarUrl: null, followers: null, verified: null },
      isFromOwner: true,
      text: 'Yes! Our online shop ships on the day of roasting.',
      attachments: [],
      permalink: answer?.permalink,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      commentedAt: answer?.commentedAt,
      capturedAt,
      source: 'sync',
    });
  });

  it('CM-04 follows a list of many pages to its end and asks only for what is new', async () => {
    const { id } = await world.meta<{ id: string }>('POST', `/pages/${beanBar.id}/posts`, {
      message: 'Busy',
    });
    for (let number = 1; number <= 230; number += 1) {
      const message = `Comment ${number}`;
      await world.meta('POST', `/posts/${id}/comments`, { message, minutesAgo: 500 - number });
    }
    const read = await comments(id);
    expect(read.map(({ text }) => text)).toEqual(
      Array.from({ length: 230 }, (_, index) => `Comment ${index + 1}`),
    );
    const since = read.at(-30)?.commentedAt ?? '';
    expect((await comments(id, since)).map(({ text }) => text)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Comment ${index + 201}`),
    );
  }, 30_000);

  it('CM-04 repeats a read after an outage and a lost answer', async () => {
    await world.meta('POST', '/faults', { kind: 'server_error', method: 'GET' });
    await world.meta('POST', '/faults', { kind: 'lost_answer', method: 'GET' });
    await expect(posts()).resolves.not.toHaveLength(0);
  });

  it('CM-06 says how long a spent budget needs', async () => {
    await world.meta('POST', '/faults', { kind: 'throttle_page', method: 'GET' });
    await expect(posts()).rejects.toMatchObject({
      failure: 'throttled',
      platformCode: '80001',
      retryAfterSeconds: 60,
    });
    expect(world.usages.at(-1)).toEqual({ percent: 100, minutesToRegainAccess: 1 });
  });

  it('CM-03 knows a rejected token from every other refusal', async () => {
    await world.meta('POST', '/faults', { kind: 'token_invalid', method: 'GET' });
    await expect(posts()).rejects.toMatchObject({ failure: 'token_rejected', platformCode: '190/460' });
  });
});
