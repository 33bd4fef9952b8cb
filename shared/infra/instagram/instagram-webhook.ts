import * as z from 'zod';
import type { PlatformEvent } from '../../core/accounts/receive-events.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';
import { InstagramChannel } from '../meta/message-channel.ts';
import { messageEvents } from '../meta/message-webhook.ts';
import type { NotificationEntry } from '../meta/meta-webhook.ts';
import { authorOf } from './instagram-mapping.ts';

/** Instagram tells of new comments alone: edits, hides and removals are found by reading. */
const CommentChange = z.object({
  field: z.literal('comments'),
  value: z.object({
    id: z.string(),
    text: z.string().default(''),
    from: z.object({ id: z.string(), username: z.string().default('') }).optional(),
    media: z.object({ id: z.string() }),
    parent_id: z.string().optional(),
  }),
});
type CommentChange = z.infer<typeof CommentChange>['value'];

/** A caption mentions where no comment is named. */
const MentionChange = z.object({
  field: z.literal('mentions'),
  value: z.object({ media_id: z.string(), comment_id: z.string().optional() }),
});

/** What one entry says; its changes stand in a list or, as some of Meta's samples show, in the entry itself. */
export function instagramEvents(entry: NotificationEntry, now: Instant): PlatformEvent[] {
  return [...changeEvents(entry, now), ...messageEvents(entry, InstagramChannel, now)];
}

function changeEvents(entry: NotificationEntry, now: Instant): PlatformEvent[] {
  return (entry.changes ?? [entry]).flatMap((change): PlatformEvent[] => {
    const comment = CommentChange.safeParse(change);
    if (comment.success) return [commentEvent(entry, comment.data.value, now)];
    const mention = MentionChange.safeParse(change);
    if (!mention.success) return [];
    const { media_id: contentExternalId, comment_id: commentId } = mention.data.value;
    const key = { provider: 'instagram', assetExternalId: entry.id } as const;
    return [
      {
        kind: 'announced',
        ...key,
        externalId: commentId ?? contentExternalId,
        contentExternalId,
        parentExternalId: null,
      },
    ];
  });
}

function commentEvent(entry: NotificationEntry, comment: CommentChange, now: Instant): PlatformEvent {
  const { id: externalId, from, media, parent_id: parentExternalId = null } = comment;
  return {
    kind: 'seen',
    provider: 'instagram',
    assetExternalId: entry.id,
    externalId,
    interaction: {
      provider: 'instagram',
      externalId,
      kind: parentExternalId === null ? 'comment' : 'reply',
      contentExternalId: media.id,
      parentExternalId,
      author: authorOf(from?.id ?? null, from?.username ?? ''),
      isFromOwner: from?.id === entry.id,
      text: comment.text,
      attachments: [],
      permalink: null,
      likeCount: 0,
      replyCount: 0,
      isHidden: false,
      // The comment itself carries no time; Instagram sends its notification within seconds.
      commentedAt: entryTime(entry),
      capturedAt: now,
      asOf: entryTime(entry),
      source: 'webhook',
    },
  };
}

/** Some entries count seconds, some milliseconds. */
const FirstMilliseconds = 100_000_000_000;

function entryTime({ time }: NotificationEntry): Instant {
  return toInstant(time < FirstMilliseconds ? time * 1_000 : time);
}
