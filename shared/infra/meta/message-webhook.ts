import * as z from 'zod';
import type { PlatformEvent } from '../../core/accounts/receive-events.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';
import type { MessageChannel } from './message-channel.ts';
import { storyEnd } from './message-mapping.ts';

const Attachment = z.object({
  type: z.string(),
  payload: z.object({ url: z.string().optional() }).default({}),
});

const MessageEvent = z.object({
  sender: z.object({ id: z.string() }),
  recipient: z.object({ id: z.string() }),
  /** Milliseconds, where changes count seconds. */
  timestamp: z.number(),
  message: z.object({
    mid: z.string(),
    text: z.string().default(''),
    attachments: z.array(Attachment).default([]),
    is_echo: z.boolean().default(false),
    is_deleted: z.boolean().default(false),
  }),
});
type MessageEvent = z.infer<typeof MessageEvent>;

/** What the `messaging` part of an entry says; reads, reactions and buttons are of no interest. */
export function messageEvents(
  entry: { id: string; messaging?: unknown[] | undefined },
  channel: MessageChannel,
  now: Instant,
): PlatformEvent[] {
  return (entry.messaging ?? []).flatMap((event) => {
    const read = MessageEvent.safeParse(event);
    return read.success ? [eventOf(entry.id, read.data, channel, now)] : [];
  });
}

/** The account's own messages come back as echoes, whoever sent them: by the author first, by the mark second. */
function eventOf(
  accountExternalId: string,
  { sender, recipient, timestamp, message }: MessageEvent,
  { provider }: MessageChannel,
  now: Instant,
): PlatformEvent {
  const { mid: externalId, text, attachments } = message;
  const key = { provider, assetExternalId: accountExternalId, externalId } as const;
  const commentedAt = toInstant(timestamp);
  if (message.is_deleted) return { kind: 'removed', ...key, removedAt: commentedAt };
  const isFromOwner = sender.id === accountExternalId || message.is_echo;
  const isMention = attachments.some(({ type }) => type === 'story_mention');
  return {
    kind: 'seen',
    ...key,
    interaction: {
      provider,
      externalId,
      kind: isMention ? 'story_mention' : 'direct_message',
      contentExternalId: null,
      parentExternalId: null,
      author: { externalId: sender.id, name: '', avatarUrl: null, followers: null, verified: null },
      isFromOwner,
      text,
      attachments: attachments.map(({ type, payload }) => ({ kind: type, url: payload.url ?? null })),
      permalink: null,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      commentedAt,
      capturedAt: now,
      source: 'webhook',
      participant: { externalId: isFromOwner ? recipient.id : sender.id, name: '' },
      ...(isMention && { attachmentsExpireAt: storyEnd(commentedAt) }),
    },
  };
}
