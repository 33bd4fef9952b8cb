import * as z from 'zod';
import type { Collection, WorldStore } from '../../world-store.ts';

const Channel = z.enum(['messenger', 'instagram']);
export type Channel = z.infer<typeof Channel>;

export const Message = z.object({
  id: z.string(),
  channel: Channel,
  /** The page, or the Instagram account that is linked to it. */
  accountId: z.string(),
  person: z.object({ id: z.string(), name: z.string() }),
  fromAccount: z.boolean(),
  text: z.string(),
  attachments: z.array(z.object({ type: z.string(), url: z.string() })),
  createdAt: z.number(),
  /** The app that sent it; null for what people write themselves. */
  appId: z.string().nullable(),
  /** The comment that it answers privately. */
  commentId: z.string().nullable(),
});
export type Message = z.infer<typeof Message>;

export interface MessageState {
  messages: Collection<Message>;
}

export function openMessageState(store: WorldStore): MessageState {
  return { messages: store.collection('meta.messages', Message) };
}

/** All messages of one conversation, the newest first. */
export function messagesWith({ messages }: MessageState, accountId: string, personId: string): Message[] {
  return messages
    .all()
    .filter((message) => message.accountId === accountId && message.person.id === personId)
    .sort((one, other) => other.createdAt - one.createdAt || other.id.localeCompare(one.id));
}
