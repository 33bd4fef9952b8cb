import * as z from 'zod';
import type { Meta } from '../meta-world.ts';
import type { Channel } from './state.ts';
import { writeMessage } from './thread.ts';

const NewMessage = z.strictObject({
  text: z.string().default(''),
  author: z.strictObject({ id: z.string().optional(), name: z.string() }).default({ name: 'A customer' }),
  /** The account itself writes to the person, as somebody in the inbox of Meta would for it. */
  asAccount: z.boolean().default(false),
  image: z.url().optional(),
  /** The person mentions the account in a story, which Meta tells as a message. */
  storyMention: z.boolean().default(false),
  minutesAgo: z.number().default(0),
});

type Command = (meta: Meta, id: string, body: unknown) => unknown;

/** `/_sim/world/meta/…/messages`: what people write to a page or an Instagram account. */
export const messageCommands: Record<string, Command> = {
  'GET /pages/:id/messages': (meta, id) => messagesOf(meta, id),
  'POST /pages/:id/messages': (meta, id, body) =>
    meta.state.pages.get(id) && write(meta, 'messenger', id, body),
  'GET /instagram-accounts/:id/messages': (meta, id) => messagesOf(meta, id),
  'POST /instagram-accounts/:id/messages': (meta, id, body) =>
    meta.state.instagram.accounts.get(id) && write(meta, 'instagram', id, body),
};

function messagesOf({ state }: Meta, accountId: string): unknown {
  return state.messages.messages.all().filter((message) => message.accountId === accountId);
}

function write(meta: Meta, channel: Channel, accountId: string, body: unknown): unknown {
  const { text, author, asAccount, image, storyMention, minutesAgo } = NewMessage.parse(body);
  const story = 'https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1';
  return writeMessage(meta, {
    channel,
    accountId,
    person: { id: author.id ?? meta.state.nextNumber(), name: author.name },
    fromAccount: asAccount,
    text,
    attachments: [
      ...(image === undefined ? [] : [{ type: 'image', url: image }]),
      ...(storyMention ? [{ type: 'story_mention', url: story }] : []),
    ],
    createdAt: meta.context.now() - minutesAgo * 60_000,
    appId: null,
    commentId: null,
  });
}
