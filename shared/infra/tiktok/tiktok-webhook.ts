import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { PlatformEvent, WebhookReader } from '../../core/accounts/receive-events.ts';
import { AppError } from '../../core/kernel/errors.ts';
import { epochSeconds, type Instant, toInstant } from '../../core/kernel/time.ts';
import { parseLossless } from '../http/lossless-json.ts';
import { type TiktokApp, TiktokId } from './tiktok-client.ts';

/** A signature of an older moment may have been listened to and sent again. */
const OldestSignatureSeconds = 300;

const Notification = z.object({
  event: z.string(),
  create_time: z.number(),
  user_openid: z.string(),
  /** JSON again, as text. */
  content: z.string(),
});

const CommentUpdate = z.object({
  comment_id: TiktokId,
  video_id: TiktokId,
  parent_comment_id: TiktokId.default('0'),
  comment_action: z.string(),
});

/** Reads what TikTok tells about comments; while no app is configured nobody can have signed anything. */
export function tiktokWebhook(app: () => Promise<TiktokApp | undefined>): WebhookReader {
  return {
    answerChallenge: async () => undefined,
    read: async (rawBody, signature, now) => {
      const configured = await app();
      if (!configured || !isSigned(configured, rawBody, signature, now)) {
        throw new AppError('unauthenticated', 'signature_invalid', 'The signature does not fit the body.');
      }
      return eventsOf(rawBody);
    },
  };
}

/**
 * `t=<seconds>,s=<HMAC-SHA256 of t, a dot and the raw body>`, as TikTok for Developers documents it; that the Business
 * platform signs alike with the app's secret is not documented, so this is the one place to change.
 */
function isSigned(
  { appSecret }: TiktokApp,
  rawBody: Buffer,
  signature: string | undefined,
  now: Instant,
): boolean {
  const [, time = '', signed = ''] = /^t=(\d{1,12}),s=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  if (Math.abs(epochSeconds(now) - Number(time)) > OldestSignatureSeconds) return false;
  const expected = createHmac('sha256', appSecret).update(`${time}.`).update(rawBody).digest();
  const given = Buffer.from(signed, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** TikTok does not say who wrote a comment, not even whether the account itself did: it has to be asked. */
function eventsOf(rawBody: Buffer): PlatformEvent[] {
  const { notification, update } = read(rawBody);
  if (!update) return [];
  const event = {
    provider: 'tiktok',
    assetExternalId: notification.user_openid,
    externalId: update.comment_id,
  } as const;
  if (update.comment_action === 'delete') {
    return [{ ...event, kind: 'removed', removedAt: toInstant(notification.create_time * 1_000) }];
  }
  const parentExternalId = update.parent_comment_id === '0' ? null : update.parent_comment_id;
  return [{ ...event, kind: 'announced', contentExternalId: update.video_id, parentExternalId }];
}

function read(rawBody: Buffer) {
  try {
    const notification = Notification.parse(parseLossless(rawBody.toString('utf8')));
    const isComment = notification.event === 'comment.update';
    const update = isComment ? CommentUpdate.parse(parseLossless(notification.content)) : undefined;
    return { notification, update };
  } catch (cause) {
    const message = 'This is not a notification of TikTok.';
    throw new AppError('invalid', 'invalid_notification', message, { cause });
  }
}
