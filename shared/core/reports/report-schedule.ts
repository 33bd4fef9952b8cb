import * as z from 'zod';
import { isTimeZone } from '../kernel/zoned-time.ts';

export const Recipient = z.strictObject({
  email: z.email().max(254),
  name: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\p{Cc}<>"]*$/u, 'must not hold line breaks, quotes or angle brackets')
    .default(''),
});
export type Recipient = z.infer<typeof Recipient>;

export const ReportType = z.enum(['overview', 'sentiment', 'response_metrics', 'content', 'full']);
export type ReportType = z.infer<typeof ReportType>;

export const ReportFileFormat = z.enum(['pdf', 'excel', 'html_email']);
export type ReportFileFormat = z.infer<typeof ReportFileFormat>;

const MostRecipients = 50;

/** When a report is due: the weekday counts for weekly ones alone, the day of the month for monthly ones. */
export const ReportTiming = z.strictObject({
  frequency: z.enum(['daily', 'weekly', 'monthly']),
  weekday: z.int().min(1).max(7).default(1).describe('1 is Monday; weekly reports only'),
  dayOfMonth: z.int().min(1).max(28).default(1).describe('Monthly reports only'),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 08:00')
    .default('08:00'),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone').default('Europe/Berlin'),
});
export type ReportTiming = z.infer<typeof ReportTiming>;

/** What members decide about a report (RP-01). */
export const ReportSettings = ReportTiming.extend({
  name: z.string().trim().min(1).max(100),
  enabled: z.boolean().default(true),
  recipients: z
    .array(Recipient)
    .min(1)
    .max(MostRecipients)
    .refine(haveDistinctAddresses, 'must not name an address twice'),
  reportType: ReportType.default('overview'),
  accountIds: z.array(z.string().max(100)).max(100).default([]).describe('Empty: all accounts'),
  format: ReportFileFormat.default('pdf'),
  onlyWhenThereIsSomething: z
    .boolean()
    .default(false)
    .describe('No mail for a time in which nobody wrote and the press said nothing'),
});
export type ReportSettings = z.infer<typeof ReportSettings>;

function haveDistinctAddresses(recipients: readonly { email: string }[]): boolean {
  return new Set(recipients.map(({ email }) => normalisedAddress(email))).size === recipients.length;
}

/** Addresses are compared without regard to case: no mailbox that matters tells them apart. */
export function normalisedAddress(email: string): string {
  return email.trim().toLowerCase();
}

/** A report that is sent again and again, with what became of it. */
export const ReportSchedule = ReportSettings.extend({
  scheduleId: z.string(),
  lastSentAt: z.string().nullable(),
  /** Null while it is switched off. */
  nextScheduledAt: z.string().nullable(),
  /** How many reports were sent, each to all of its recipients. */
  sendCount: z.int(),
  lastFailure: z.object({ at: z.string(), email: z.string(), reason: z.string() }).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  version: z.int(),
});
export type ReportSchedule = z.infer<typeof ReportSchedule>;
