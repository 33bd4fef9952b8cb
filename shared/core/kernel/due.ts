import { addMilliseconds, type Instant, MillisecondsPerMinute, millisecondsBetween } from './time.ts';

/** The kinds of items that wait for a time; each is carried by one queue. */
export const DueKinds = ['reply', 'sync', 'feed', 'tracker', 'report', 'webhook'] as const;
export type DueKind = (typeof DueKinds)[number];

/** SQS delays a message by at most 15 minutes. */
export const LongestQueueDelaySeconds = 900;

/** How long the timer leaves a directly sent message alone before it heals a lost one. */
const HealAfterMilliseconds = 5 * MillisecondsPerMinute;

export interface Wake {
  /** Send a message at once with this delay; absent when the wait is longer than a queue can carry. */
  delaySeconds?: number;
  /** When the timer has to look after the item if no message has done so before. */
  wakeAt: Instant;
}

/**
 * Decides who wakes a waiting item: the delay queue up to 15 minutes ahead (with the timer as its safety net),
 * the timer beyond.
 */
export function planWake(now: Instant, nextAt: Instant): Wake {
  const seconds = Math.max(0, Math.ceil(millisecondsBetween(now, nextAt) / 1_000));
  if (seconds > LongestQueueDelaySeconds) return { wakeAt: nextAt };
  const due = nextAt > now ? nextAt : now;
  return { delaySeconds: seconds, wakeAt: addMilliseconds(due, HealAfterMilliseconds) };
}

/** How a tenant's waiting item is named in the due index: enough for a worker to find it. */
export function tenantRef(organizationId: string, id: string): string {
  return `${organizationId}#${id}`;
}

export function parseTenantRef(ref: string): { organizationId: string; id: string } {
  const separator = ref.indexOf('#');
  return { organizationId: ref.slice(0, separator), id: ref.slice(separator + 1) };
}
