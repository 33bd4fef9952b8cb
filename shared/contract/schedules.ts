import * as z from 'zod';

/** What EventBridge Scheduler hands to a job of the stack; `scheduledAt` is the occurrence's own time. */
export const SchedulePayload = z.object({ scheduledAt: z.string() });
export type SchedulePayload = z.infer<typeof SchedulePayload>;

/** The jobs that the stack itself schedules: name, EventBridge expression and time zone. */
export const Schedules = {
  timer: { expression: 'rate(1 minute)', timeZone: 'UTC' },
  'sync-accounts': { expression: 'rate(15 minutes)', timeZone: 'UTC' },
  crawl: { expression: 'cron(0 6,18 * * ? *)', timeZone: 'Europe/Berlin' },
  'reconcile-reports': { expression: 'cron(30 3 * * ? *)', timeZone: 'UTC' },
} as const satisfies Record<string, { expression: string; timeZone: string }>;
export type ScheduleName = keyof typeof Schedules;
