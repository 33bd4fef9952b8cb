import * as z from 'zod';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Client } from './client.ts';
import { type Asset, connectAccount } from './connect-account.ts';
import { decided, replied } from './conversation.ts';
import type { Report } from './progress.ts';
import type { World } from './world.ts';

const TiktokAccount: Asset = { provider: 'tiktok', name: 'Bean Bar' };

const Comment = z.looseObject({ id: z.string(), text: z.string() });
const CommentWithReplies = Comment.extend({ replies: z.array(z.looseObject({ isOwner: z.boolean() })) });
const Account = z.looseObject({
  videos: z.array(z.looseObject({ id: z.string(), comments: z.array(Comment) })),
});

const Praise = { author: 'Zara Quint', text: 'Amazing latte art, thank you so much for showing this!' };

const Thread = 'TikTok';

export async function connectTiktok(report: Report, client: Client): Promise<SocialAccount> {
  let account: SocialAccount | undefined;
  await report.step(Thread, 'connect the account by OAuth', async () => {
    account = await connectAccount(client, TiktokAccount);
    return `${account.name} (${account.provider}) is ${account.status}`;
  });
  if (!account) throw new Error('No TikTok account was connected.');
  return account;
}

/** A customer comments; the webhook announces it, and the answer comes while other things happen. */
export async function commentOnTiktok(
  report: Report,
  world: World,
  { externalId }: SocialAccount,
): Promise<string> {
  let commentId = '';
  await report.step(Thread, 'a customer comments', async () => {
    commentId = await commentOnce(world, externalId);
    return `comment ${commentId}`;
  });
  return commentId;
}

/** Sees that the praise was answered once. */
export async function answeredOnTiktok(
  report: Report,
  { client, world }: { client: Client; world: World },
  account: SocialAccount,
  commentId: string,
): Promise<void> {
  await report.step(Thread, 'thank for praise', async () => {
    const { interactionId } = await decided(client, account, commentId);
    const { reply } = await replied(client, interactionId);
    const shown = await world.control('GET', `/tiktok/comments/${commentId}`);
    const own = CommentWithReplies.parse(shown).replies.filter(({ isOwner }) => isOwner);
    if (own.length !== 1) throw new Error(`TikTok shows ${own.length} replies instead of one.`);
    return `below the comment once: “${reply?.text ?? ''}”`;
  });
}

/** Writes below the latest video, unless an earlier run already did; answers the platform's id. */
async function commentOnce(world: World, openId: string): Promise<string> {
  const { videos } = Account.parse(await world.control('GET', `/tiktok/accounts/${openId}`));
  const [latest] = videos;
  if (!latest) throw new Error('The TikTok account has no video.');
  const earlier = latest.comments.find(({ text }) => text === Praise.text);
  if (earlier) return earlier.id;
  return Comment.parse(await world.control('POST', `/tiktok/videos/${latest.id}/comments`, Praise)).id;
}
