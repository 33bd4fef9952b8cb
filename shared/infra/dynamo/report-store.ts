import * as z from 'zod';
import { tenantRef } from '../../core/kernel/due.ts';
import { AppError, isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import { addMilliseconds, addSeconds, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { MailFeedback } from '../../core/reports/mail-feedback.ts';
import { wakeForReport } from '../../core/reports/next-report-at.ts';
import type { Claim, ReportDeliveryStore, ReportScheduleStore } from '../../core/reports/ports.ts';
import { ClaimSeconds, ReportDelivery } from '../../core/reports/report-delivery.ts';
import { ReportSchedule, type ReportTiming } from '../../core/reports/report-schedule.ts';
import type { DueEntry, Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Update } from './table-requests.ts';

const scheduleKey = (scheduleId: string): Key => ({ partition: '', sort: `REPORT#${scheduleId}` });

/** A switched-on schedule waits in the due index too, so that the timer heals an alarm that did not ring. */
function dueEntry(
  { organizationId }: TenantContext,
  { scheduleId, ...timing }: ReportTiming & { scheduleId: string },
  nextScheduledAt: string | null,
): DueEntry | undefined {
  if (nextScheduledAt === null) return undefined;
  const wakeAt = wakeForReport(timing, nextScheduledAt);
  return { kind: 'report', ref: tenantRef(organizationId, scheduleId), wakeAt };
}

export function reportScheduleStore(table: Table): ReportScheduleStore {
  return {
    async create(context, schedule) {
      await table
        .tenant(context)
        .put(
          scheduleKey(schedule.scheduleId),
          { type: 'ReportSchedule', ...schedule },
          { condition: { absent: 'pk' }, due: dueEntry(context, schedule, schedule.nextScheduledAt) },
        );
    },

    async find(context, scheduleId) {
      const item = await table.tenant(context).get(scheduleKey(scheduleId));
      return item && ReportSchedule.strip().parse(item);
    },

    async page(context, request) {
      const query = { partition: '', sortPrefix: 'REPORT#', scope: 'report-schedules' };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => ReportSchedule.strip().parse(item)) };
    },

    async update(context, scheduleId, changes, ifMatch) {
      try {
        const item = await table.tenant(context).update(scheduleKey(scheduleId), {
          set: changes,
          add: { version: 1 },
          due: dueEntry(context, { ...changes, scheduleId }, changes.nextScheduledAt) ?? null,
          condition: { equals: ['version', ifMatch] },
        });
        return ReportSchedule.strip().parse(item);
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        const message = 'Somebody changed this meanwhile. Reload and try again.';
        throw new AppError('precondition', 'version_mismatch', message, { cause: error });
      }
    },

    async delete(context, scheduleId) {
      await table.tenant(context).delete(scheduleKey(scheduleId));
    },

    async settle(context, schedule, { nextScheduledAt, sentAt, failure }) {
      await updateUnlessChanged(table, context, schedule, {
        set: {
          nextScheduledAt,
          lastFailure: failure ?? (sentAt === null ? undefined : null),
          lastSentAt: sentAt ?? undefined,
        },
        add: sentAt === null ? {} : { sendCount: 1 },
        due: dueEntry(context, schedule, nextScheduledAt),
      });
    },

    async noteFailure(context, scheduleId, lastFailure) {
      const condition = { present: 'pk' } as const;
      try {
        await table.tenant(context).update(scheduleKey(scheduleId), { set: { lastFailure }, condition });
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
      }
    },

    async postpone(context, schedule, wakeAt) {
      const due = dueEntry(context, schedule, schedule.nextScheduledAt);
      if (due) await updateUnlessChanged(table, context, schedule, { due: { ...due, wakeAt } });
    },
  };
}

/** Notes of the worker are lost when members changed the schedule meanwhile: their change has set all anew. */
async function updateUnlessChanged(
  table: Table,
  context: TenantContext,
  { scheduleId, version }: ReportSchedule,
  changes: Omit<Update, 'key' | 'condition'>,
): Promise<void> {
  const condition = { equals: ['version', version] } as const;
  try {
    await table.tenant(context).update(scheduleKey(scheduleId), { ...changes, condition });
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
  }
}

/** The deliveries of a schedule lie in a partition of their own, the latest periods at its end. */
function keyOfDelivery(scheduleId: string, periodEnd: string, deliveryId: string): Key {
  return { partition: `REPORT#${scheduleId}`, sort: `DELIVERY#${periodEnd}#${deliveryId}` };
}

function deliveryKey({ scheduleId, period, deliveryId }: ReportDelivery): Key {
  return keyOfDelivery(scheduleId, period.to, deliveryId);
}

/** What is said about a mail comes in any order, and more than once. */
const OutweighedBy = {
  delivered: ['sent'],
  bounced: ['sent', 'delivered'],
  complained: ['sent', 'delivered', 'bounced'],
} satisfies Record<MailFeedback['status'], ReportDelivery['status'][]>;

/** As long as the records of automation are kept. */
const DeliveryKeptMilliseconds = 400 * MillisecondsPerDay;
const expiryOf = ({ startedAt }: ReportDelivery) => addMilliseconds(startedAt, DeliveryKeptMilliseconds);

const ClaimedRow = z.object({ status: ReportDelivery.shape.status, attempts: z.int() });

export function reportDeliveryStore(table: Table): ReportDeliveryStore {
  return {
    async claim(context, delivery, now): Promise<Claim> {
      const { attempts: _attempts, ...identity } = delivery;
      try {
        const item = await table.tenant(context).update(deliveryKey(delivery), {
          set: { type: 'ReportDelivery', ...identity, claimedUntil: addSeconds(now, ClaimSeconds) },
          add: { attempts: 1 },
          expiresAt: expiryOf(delivery),
          condition: {
            any: [
              { absent: 'pk' },
              { equals: ['status', 'retrying'] },
              { all: [{ equals: ['status', 'sending'] }, { lessThan: ['claimedUntil', now] }] },
            ],
          },
        });
        return { kind: 'claimed', attempts: ClaimedRow.parse(item).attempts };
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        const { status } = ClaimedRow.parse(error.details['item']);
        return { kind: status === 'sending' ? 'held' : 'settled' };
      }
    },

    async record(context, delivery) {
      const item = { type: 'ReportDelivery', ...delivery };
      await table.tenant(context).put(deliveryKey(delivery), item, { expiresAt: expiryOf(delivery) });
    },

    async noteFeedback(context, { scheduleId, periodEnd, deliveryId }, { status, reason }) {
      try {
        await table.tenant(context).update(keyOfDelivery(scheduleId, periodEnd, deliveryId), {
          set: { status, reason },
          condition: { in: ['status', OutweighedBy[status]] },
        });
        return true;
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
        const { data: stored } = ClaimedRow.safeParse(error.details['item']);
        if (stored?.status !== 'sending' && stored?.status !== 'retrying') return false;
        const message = 'What was said about the mail came before it was recorded as sent.';
        throw new AppError('unavailable', 'not_recorded_yet', message, { cause: error });
      }
    },

    async page(context, scheduleId, request) {
      const query = {
        partition: `REPORT#${scheduleId}`,
        sortPrefix: 'DELIVERY#',
        newestFirst: true,
        scope: `report-deliveries#${scheduleId}`,
      };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => ReportDelivery.parse(item)) };
    },
  };
}
