import * as z from 'zod';
import { sha256 } from '../kernel/digest.ts';
import { timeOrderedId } from '../kernel/ids.ts';
import { epochMilliseconds, type Instant } from '../kernel/time.ts';
import { TestEventType, type WebhookEvent, WebhookEventType } from './webhook-event.ts';

export const DeliveryDaysKept = 30;
export const DeliveryStatus = z.enum(['waiting', 'delivered', 'failed']);
export type DeliveryStatus = z.infer<typeof DeliveryStatus>;

/** One attempt: the status that the endpoint answered with, or why there was none. */
const DeliveryAttempt = z.object({
  at: z.string(),
  status: z.int().nullable(),
  milliseconds: z.int(),
  problem: z.string().nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** One event on its way to one endpoint (AR-19). */
export const WebhookDelivery = z.object({
  deliveryId: z.string(),
  webhookId: z.string(),
  /** The `webhook-id` of every attempt, replays included: by it the receiver knows what it has seen. */
  eventId: z.string(),
  eventType: z.union([WebhookEventType, z.literal(TestEventType)]),
  /** The exact text that is signed and sent. */
  body: z.string(),
  status: DeliveryStatus,
  /** Why it ended without arriving, in words for a person. */
  problem: z.string().nullable(),
  /** Attempts since it was made, or replayed last. */
  tries: z.int(),
  /** The latest ones, the newest last. */
  attempts: z.array(DeliveryAttempt),
  /** How the last answer began. */
  answer: z.string().nullable(),
  createdAt: z.string(),
  /** When it is tried next; null when it came to its end. */
  nextAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  version: z.int(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** An event that happened once, however often we hear of it. */
export interface OccurredEvent {
  eventId: string;
  event: WebhookEvent;
}

/** Making the delivery of an event to an endpoint twice makes the same one; ids sort by the time of the event. */
export function newDelivery(
  { eventId, event }: OccurredEvent,
  webhookId: string,
  now: Instant,
): WebhookDelivery {
  const digest = Buffer.from(sha256(`${eventId} ${webhookId}`), 'hex');
  return {
    deliveryId: timeOrderedId('dlv', epochMilliseconds(event.timestamp), digest),
    webhookId,
    eventId,
    eventType: event.type,
    body: JSON.stringify(event),
    status: 'waiting',
    problem: null,
    tries: 0,
    attempts: [],
    answer: null,
    createdAt: event.timestamp,
    nextAt: now,
    finishedAt: null,
    version: 1,
  };
}

/** How a waiting delivery is named in the due index: neither endpoint nor delivery is found without the other. */
export function deliveryRef({
  webhookId,
  deliveryId,
}: Pick<WebhookDelivery, 'webhookId' | 'deliveryId'>): string {
  return `${webhookId}#${deliveryId}`;
}

export function parseDeliveryRef(ref: string): Pick<WebhookDelivery, 'webhookId' | 'deliveryId'> {
  const [webhookId = '', deliveryId = ''] = ref.split('#');
  return { webhookId, deliveryId };
}

/** Sends it once more from the start, under the same `webhook-id`. */
export function replayed(delivery: WebhookDelivery, now: Instant): WebhookDelivery {
  const { version } = delivery;
  return {
    ...delivery,
    status: 'waiting',
    problem: null,
    tries: 0,
    nextAt: now,
    finishedAt: null,
    version: version + 1,
  };
}
