import * as z from 'zod';
import { HideInteraction } from '../../shared/contract/api/interactions.ts';
import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import { interactionIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import type { Client } from './client.ts';
import { type Asset, connectAccount } from './connect-account.ts';
import { decided, replied } from './conversation.ts';
import type { Report } from './progress.ts';
import type { World } from './world.ts';

export const InstagramAccount: Asset = { provider: 'instagram', name: 'beanbar' };

const Comment = z.looseObject({ id: z.string(), text: z.string(), isHidden: z.boolean() });
const CommentWithReplies = Comment.extend({ replies: z.array(z.looseObject({ isFromOwner: z.boolean() })) });
const Account = z.looseObject({
  media: z.array(z.looseObject({ id: z.string(), comments: z.array(Comment) })),
});

const Praise = { username: 'marta.cafe', text: 'The best flat white of my life, thank you so much!' };
const Advertisement = {
  username: 'win_now_4u',
  text: 'Get 10k followers today, click the link in my bio!!!',
};

const Thread = 'Instagram';

/** Connects the account behind the dialog that Facebook has, too. */
export async function connectInstagram(report: Report, client: Client): Promise<SocialAccount> {
  let account: SocialAccount | undefined;
  await report.step(Thread, 'connect the account by the same dialog', async () => {
    account = await connectAccount(client, InstagramAccount);
    return `${account.name} (${account.provider}) is ${account.status}`;
  });
  if (!account) throw new Error('No Instagram account was connected.');
  return account;
}

interface Written {
  praiseId: string;
  advertisementId: string;
}

/** Customers comment; the answer comes while other things happen. */
export async function commentOnInstagram(
  report: Report,
  world: World,
  { externalId }: SocialAccount,
): Promise<Written> {
  const written: Written = { praiseId: '', advertisementId: '' };
  await report.step(Thread, 'customers comment', async () => {
    written.praiseId = await commentOnce(world, externalId, Praise);
    written.advertisementId = await commentOnce(world, externalId, Advertisement);
    return '2 new comments';
  });
  return written;
}

/** Sees that the praise was answered once, and hides the advertisement. */
export async function answeredOnInstagram(
  report: Report,
  { client, world }: { client: Client; world: World },
  account: SocialAccount,
  { praiseId, advertisementId }: Written,
): Promise<void> {
  await report.step(Thread, 'thank for praise', async () => {
    const { interactionId } = await decided(client, account, praiseId);
    const { reply } = await replied(client, interactionId);
    const { replies } = await shown(world, praiseId);
    const own = replies.filter(({ isFromOwner }) => isFromOwner);
    if (own.length !== 1) throw new Error(`Instagram shows ${own.length} replies instead of one.`);
    return `below the comment once: “${reply?.text ?? ''}”`;
  });
  await report.step(Thread, 'hide an advertisement', async () => {
    const interactionId = interactionIdOf({ ...account, externalId: advertisementId });
    await client.call(HideInteraction, { params: { interactionId }, body: { hidden: true } });
    if (!(await shown(world, advertisementId)).isHidden) throw new Error('Instagram still shows it.');
    return 'hidden on Instagram';
  });
}

/** Writes below the latest media as a customer, unless an earlier run already did; answers the platform's id. */
async function commentOnce(world: World, accountId: string, comment: typeof Praise): Promise<string> {
  const { media } = Account.parse(await world.control('GET', `/meta/instagram-accounts/${accountId}`));
  const [latest] = media;
  if (!latest) throw new Error('The Instagram account has no media.');
  const earlier = latest.comments.find(({ text }) => text === comment.text);
  if (earlier) return earlier.id;
  const path = `/meta/instagram-media/${latest.id}/comments`;
  return Comment.parse(await world.control('POST', path, comment)).id;
}

async function shown(world: World, commentId: string): Promise<z.infer<typeof CommentWithReplies>> {
  return CommentWithReplies.parse(await world.control('GET', `/meta/instagram-comments/${commentId}`));
}
