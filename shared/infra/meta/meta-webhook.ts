import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { PlatformEvent, WebhookReader } from '../../core/accounts/receive-events.ts';
import { AppError } from '../../core/kernel/errors.ts';
import { type Instant, toInstant } from '../../core/kernel/time.ts';
import { parseLossless } from '../http/lossless-json.ts';
import { instagramEvents } from '../instagram/instagram-webhook.ts';
import type { MetaApp } from './graph-client.ts';
import { MessengerChannel } from './message-channel.ts';
import { messageEvents } from './message-webhook.ts';
import { authorOf } from './meta-mapping.ts';

/** One change below a post of a page; everything else that the feed tells is of no interest yet. */
const CommentChange = z.object({
  field: z.literal('feed'),
  value: z.object({
    item: z.literal('comment'),
    verb: z.enum(['add', 'edited', 'remove', 'hide', 'unhide']),
    comment_id: z.string(),
    post_id: z.string(),
    parent_id: z.string().optional(),
    created_time: z.number(),
    message: z.string().optional(),
    from: z.object({ id: z.string(), name: z.string().default('') }).optional(),
    permalink_url: z.string().optional(),
  }),
});
type CommentChange = z.infer<typeof CommentChange>['value'];

const NotificationEntry = z.looseObject({
  id: z.string(),
  time: z.number(),
  changes: z.array(z.unknown()).optional(),
  messaging: z.array(z.unknown()).optional(),
});
export type NotificationEntry = z.infer<typeof NotificationEntry>;

const Notification = z.object({ object: z.string(), entry: z.array(NotificationEntry) });
type Notification = z.infer<typeof Notification>;

/** Some of Meta's samples for Instagram are wrapped in a list. */
const Notifications = z.union([z.array(Notification), Notification.transform((one) => [one])]);

/** Reads what Meta sends; while no app is configured nobody can have signed anything. */
export function metaWebhook(app: () => Promise<MetaApp | undefined>): WebhookReader {
  return {
    answerChallenge: async ({ mode, verifyToken, challenge }) => {
      const agreed = (await app())?.verifyToken;
      return mode === 'subscribe' && agreed !== undefined && agreed === verifyToken ? challenge : undefined;
    },
    read: async (rawBody, signature, now) => {
      const configured = await app();
      if (!configured || !isSigned(configured, rawBody, signature)) {
        throw new AppError('unauthenticated', 'signature_invalid', 'The signature does not fit the body.');
      }
      return notificationsIn(rawBody).flatMap((notification) => eventsOf(notification, now));
    },
  };
}

/** Whether Meta signed exactly these bytes: it signs its own escaping, so nothing may be parsed and written again. */
function isSigned({ appSecret }: MetaApp, rawBody: Buffer, signature: string | undefined): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`);
  const given = Buffer.from(signature ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What a signed notification says; unknown kinds of objects and changes are left out. */
function eventsOf({ object, entry: entries }: Notification, now: Instant): PlatformEvent[] {
  if (object === 'instagram') return entries.flatMap((entry) => instagramEvents(entry, now));
  return object === 'page' ? entries.flatMap((entry) => pageEvents(entry, now)) : [];
}

function pageEvents(entry: NotificationEntry, now: Instant): PlatformEvent[] {
  const { id, time, changes = [] } = entry;
  const comments = changes.flatMap((change) => {
    const comment = CommentChange.safeParse(change);
    return comment.success ? eventOf(id, time, comment.data.value, now) : [];
  });
  return [...comments, ...messageEvents(entry, MessengerChannel, now)];
}

function eventOf(pageId: string, entryTime: number, change: CommentChange, now: Instant): PlatformEvent[] {
  const key = { provider: 'facebook', assetExternalId: pageId, externalId: change.comment_id } as const;
  if (change.verb === 'remove') return [{ kind: 'removed', ...key, removedAt: toInstant(entryTime * 1_000) }];
  // Where Meta hides without repeating the text, the next full reading of the post brings both.
  if (change.message === undefined && change.verb !== 'add') return [];
  const isReply = change.parent_id !== undefined && change.parent_id !== change.post_id;
  return [
    {
      kind: 'seen',
      ...key,
      interaction: {
        provider: 'facebook',
        externalId: change.comment_id,
        kind: isReply ? 'reply' : 'comment',
        contentExternalId: change.post_id,
        parentExternalId: isReply ? (change.parent_id ?? null) : null,
        author: authorOf(change.from),
        isFromOwner: change.from?.id === pageId,
        text: change.message ?? '',
        attachments: [],
        permalink: change.permalink_url ?? null,
        likeCount: 0,
        replyCount: 0,
        isHidden: change.verb === 'hide',
        commentedAt: toInstant(change.created_time * 1_000),
        capturedAt: now,
        asOf: shownAt(entryTime, change.verb),
        source: 'webhook',
      },
    },
  ];
}

/** Meta counts whole seconds: an edit comes after the addition of the same second. */
function shownAt(entryTime: number, verb: CommentChange['verb']): Instant {
  return toInstant(entryTime * 1_000 + (verb === 'edited' ? 999 : 0));
}

function notificationsIn(rawBody: Buffer): Notification[] {
  try {
    return Notifications.parse(parseLossless(rawBody.toString('utf8')));
  } catch (cause) {
    throw new AppError('invalid', 'invalid_notification', 'This is not a notification of Meta.', { cause });
  }
}
