import { AppError } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addMilliseconds,
  epochMilliseconds,
  type Instant,
  MillisecondsPerHour,
  toInstant,
} from '../kernel/time.ts';
import { type AskedMail, type ComposeDeps, composeReport } from './compose-report.ts';
import { type Compose, type DeliverDeps, type Delivered, deliverReport } from './deliver-report.ts';
import { isSentLate, nextReportAt, reportDueUntil } from './next-report-at.ts';
import type { ReportScheduleStore, Settled } from './ports.ts';
import { aDelivery, deliveryIdOf, type ReportDelivery } from './report-delivery.ts';
import { periodAround, periodBefore } from './report-period.ts';
import type { Recipient, ReportSchedule } from './report-schedule.ts';

export interface SendReportDeps extends ComposeDeps, DeliverDeps {
  schedules: Pick<ReportScheduleStore, 'find' | 'settle' | 'postpone'>;
}

/** A report that one person asked for; it counts as no report of the schedule. */
export interface AskedPreview {
  deliveryId: string;
  recipient: Recipient;
  /** The last whole period, or the one that is running. */
  period: 'last' | 'current';
}

/** The queue delivers a failed report again by itself; the timer stays out of that for as long as it takes. */
const RetryWindowMilliseconds = 2 * MillisecondsPerHour;

interface SendReport {
  scheduleId: string;
  /** When the alarm was set to ring; any ISO 8601 form. */
  scheduledAt: string;
  preview?: AskedPreview | undefined;
}

/**
 * RP-03: sends a schedule's report to each recipient once, however often its alarm rings.
 * @throws unavailable when a mail could not be sent yet; doing it all again then sends only what is missing.
 */
export async function sendReport(
  deps: SendReportDeps,
  context: TenantContext,
  { scheduleId, scheduledAt, preview }: SendReport,
  now: Instant,
): Promise<void> {
  const schedule = await deps.schedules.find(context, scheduleId);
  if (!schedule) return;
  if (preview) return sendPreview(deps, context, schedule, preview, now);
  if (!schedule.enabled) return;
  const dueAt = dueTime(schedule, toInstant(epochMilliseconds(scheduledAt)), now);
  const period = periodBefore(schedule.frequency, schedule.timeZone, dueAt);
  const deliveries = schedule.recipients.map((recipient) => {
    const deliveryId = deliveryIdOf(scheduleId, period, recipient.email);
    return aDelivery({ deliveryId, scheduleId, occasion: 'schedule', period, recipient }, now);
  });
  const { onlyWhenThereIsSomething } = schedule;
  const lateSince = isSentLate(dueAt, now) ? dueAt : undefined;
  const asked = { ...contentOf(schedule), period, onlyWhenThereIsSomething, lateSince };
  const delivered = await deliverAll(deps, context, schedule, deliveries, asked, now);
  const settled = settledBy(schedule, delivered, now);
  if (settled) await deps.schedules.settle(context, schedule, settled);
}

async function sendPreview(
  deps: SendReportDeps,
  context: TenantContext,
  schedule: ReportSchedule,
  { deliveryId, recipient, period: which }: AskedPreview,
  now: Instant,
): Promise<void> {
  const periodOf = which === 'current' ? periodAround : periodBefore;
  const period = periodOf(schedule.frequency, schedule.timeZone, now);
  const { scheduleId } = schedule;
  const delivery = aDelivery({ deliveryId, scheduleId, occasion: 'preview', period, recipient }, now);
  const asked = { ...contentOf(schedule), period, onlyWhenThereIsSomething: false };
  await deliverAll(deps, context, schedule, [delivery], asked, now);
}

function contentOf({ frequency, accountIds, reportType, format }: ReportSchedule) {
  return { frequency, accountIds, reportType, format };
}

/** What is overdue by the schedule itself comes first, so that a missed alarm is made good by the next one of any kind. */
function dueTime(schedule: ReportSchedule, scheduledAt: Instant, now: Instant): Instant {
  const isOverdue = schedule.nextScheduledAt !== null && schedule.nextScheduledAt <= now;
  return reportDueUntil(schedule, isOverdue ? now : scheduledAt);
}

/** The report is composed when the first mail is really to be sent: an alarm that rings twice costs no figures. */
async function deliverAll(
  deps: SendReportDeps,
  context: TenantContext,
  schedule: ReportSchedule,
  deliveries: readonly ReportDelivery[],
  asked: AskedMail,
  now: Instant,
): Promise<Delivered[]> {
  let composed: ReturnType<Compose> | undefined;
  const compose = () => {
    composed ??= composeReport(deps, context, asked);
    return composed;
  };
  const delivered: Delivered[] = [];
  for (const delivery of deliveries)
    delivered.push(await deliverReport(deps, context, delivery, compose, now));
  const waiting = delivered.filter(({ outcome }) => outcome === 'later').length;
  if (waiting > 0) {
    await deps.schedules.postpone(context, schedule, addMilliseconds(now, RetryWindowMilliseconds));
    throw new AppError(
      'unavailable',
      'report_not_sent',
      `${waiting} mails of this report are still to be sent.`,
    );
  }
  return delivered;
}

/**
 * Undefined when this round changed nothing about the schedule, or when another one is still at it: that one has a
 * message of its own, which comes back if it crashes.
 */
function settledBy(
  schedule: ReportSchedule,
  delivered: readonly Delivered[],
  now: Instant,
): Settled | undefined {
  if (delivered.some(({ outcome }) => outcome === 'held')) return undefined;
  const hasSent = delivered.some(({ outcome }) => outcome === 'sent');
  const failed = delivered.find(({ outcome }) => outcome === 'failed')?.delivery;
  const isOverdue = schedule.nextScheduledAt === null || schedule.nextScheduledAt <= now;
  if (!hasSent && !failed && !isOverdue) return undefined;
  return {
    nextScheduledAt: nextReportAt(schedule, now),
    sentAt: hasSent ? now : null,
    failure: failed ? { at: now, email: failed.recipient.email, reason: failed.reason ?? '' } : null,
  };
}
