import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Instant, MillisecondsPerHour } from '../kernel/time.ts';

/** RT-01 promises one hour; a client that was away for longer reloads instead of catching up. */
export const LongestResumeMilliseconds = 2 * MillisecondsPerHour;

const about = <const T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.object({ type: z.literal(type), id: z.string(), at: z.string(), data: z.object(data) });

const interaction = { interactionId: z.string(), accountId: z.string(), status: z.string() };

/** RT-01: what happened, with the ids to read it by; a repeated event carries the same `id`. */
export const ActivityEvent = z.discriminatedUnion('type', [
  about('interaction.created', interaction),
  about('interaction.updated', interaction),
  about('reply.posted', interaction),
  about('suggestion.created', { suggestionId: z.string(), campaignId: z.string() }),
  about('clipping.created', { clippingId: z.string(), campaignId: z.string() }),
  about('account.updated', { accountId: z.string(), status: z.string() }),
  about('report.failed', { scheduleId: z.string(), deliveryId: z.string(), status: z.string() }),
  about('webhook.updated', { webhookId: z.string(), enabled: z.boolean() }),
  about('model_budget.reached', { month: z.string(), percent: z.int() }),
]);
export type ActivityEvent = z.infer<typeof ActivityEvent>;

/** The recent activity of the organizations that somebody follows, kept for two days. */
export interface ActivityLog {
  /**
   * Says that somebody follows an organization at this moment: what happens is filed from now on, and until well after
   * `LongestResumeMilliseconds` from the last call. Answers since when it has been filed without a gap.
   */
  follow(context: TenantContext, now: Instant): Promise<Instant>;
  /** Files events that happened together under a time, at least one, where somebody follows; filing them twice leaves them once. */
  append(context: TenantContext, filedAt: Instant, events: readonly ActivityEvent[]): Promise<void>;
  /** All events filed at or after a time, the oldest first, each once, as they are stored now. */
  since(context: TenantContext, from: Instant, now: Instant): AsyncIterable<ActivityEvent>;
}

/** An id that tells where to resume, and is the same for the same change however often it is delivered. */
export function activityId(at: Instant, eventId: string): string {
  return `${at}_${eventId}`;
}

const IdPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)(?:_|$)/;

/** The time inside an event's id, or a bare instant; undefined for anything else a client may send. */
export function timeOfActivityId(id: string): Instant | undefined {
  const instant = IdPattern.exec(id)?.[1];
  return instant !== undefined && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}
