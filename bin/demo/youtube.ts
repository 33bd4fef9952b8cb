import * as z from 'zod';
import { GetAccount, SyncAccount, UpdateAccount } from '../../shared/contract/api/accounts.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Client } from './client.ts';
import { type Asset, connectAccount } from './connect-account.ts';
import { decided, replied } from './conversation.ts';
import { type Report, until } from './progress.ts';
import type { World } from './world.ts';

const YouTubeChannel: Asset = { provider: 'youtube', name: 'Bean Bar' };

const Comment = z.looseObject({ id: z.string(), text: z.string() });
const CommentWithReplies = Comment.extend({
  replies: z.array(z.looseObject({ channelId: z.string(), author: z.looseObject({ id: z.string() }) })),
});
const Channel = z.looseObject({
  videos: z.array(z.looseObject({ id: z.string(), comments: z.array(Comment) })),
});

const Praise = { author: { name: 'Yara Lopes' }, text: 'Such a wonderful video, thank you so much!' };

const Thread = 'YouTube';

interface Stage {
  client: Client;
  world: World;
}

/** Connects the channel and agrees to its automation, as YouTube's terms ask (CM-09). */
export async function connectYouTube(report: Report, client: Client): Promise<SocialAccount> {
  let account: SocialAccount | undefined;
  await report.step(Thread, 'connect the channel and agree to its automation', async () => {
    const { accountId } = await connectAccount(client, YouTubeChannel);
    const body = { hasAutomationConsent: true };
    account = await client.call(UpdateAccount, { params: { accountId }, body });
    return `${account.name} (${account.provider}) is ${account.status}`;
  });
  if (!account) throw new Error('No YouTube channel was connected.');
  return account;
}

/** A viewer comments; nothing announces it, so the channel is read again. */
export async function commentOnYouTube(
  report: Report,
  { client, world }: Stage,
  { accountId, externalId }: SocialAccount,
): Promise<string> {
  let commentId = '';
  await report.step(Thread, 'a viewer comments', async () => {
    const params = { accountId };
    await until('the channel was read', async () => {
      const { lastSyncedAt } = await client.call(GetAccount, { params });
      return lastSyncedAt ?? undefined;
    });
    commentId = await commentOnce(world, externalId);
    await client.call(SyncAccount, { params });
    return `comment ${commentId}`;
  });
  return commentId;
}

/** Sees that the praise was answered once. */
export async function answeredOnYouTube(
  report: Report,
  { client, world }: Stage,
  account: SocialAccount,
  commentId: string,
): Promise<void> {
  await report.step(Thread, 'thank for praise', async () => {
    const { interactionId } = await decided(client, account, commentId);
    const { reply } = await replied(client, interactionId);
    const shown = CommentWithReplies.parse(await world.control('GET', `/youtube/comments/${commentId}`));
    const own = shown.replies.filter(({ channelId, author }) => author.id === channelId);
    if (own.length !== 1) throw new Error(`YouTube shows ${own.length} replies instead of one.`);
    return `below the comment once: “${reply?.text ?? ''}”`;
  });
}

/** Writes below the latest video, unless an earlier run already did; answers the platform's id. */
async function commentOnce(world: World, channelId: string): Promise<string> {
  const { videos } = Channel.parse(await world.control('GET', `/youtube/channels/${channelId}`));
  const [latest] = videos;
  if (!latest) throw new Error('The YouTube channel has no video.');
  const earlier = latest.comments.find(({ text }) => text === Praise.text);
  if (earlier) return earlier.id;
  return Comment.parse(await world.control('POST', `/youtube/videos/${latest.id}/comments`, Praise)).id;
}
