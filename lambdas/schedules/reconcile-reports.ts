import { SchedulePayload } from '../../shared/contract/schedules.ts';
import type { Clock } from '../../shared/core/kernel/time.ts';
import { type ReconcileDeps, reconcileAlarms } from '../../shared/core/reports/reconcile-alarms.ts';
import { job } from '../../shared/runtime/job.ts';
import { dueItems } from '../../shared/runtime/live/due-items.ts';
import { alarms } from '../../shared/runtime/live/report-alarms.ts';
import { schedules } from '../../shared/runtime/live/report-stores.ts';

/** Later than any report can be due. */
const EndOfTime = '9999-12-31T00:00:00.000Z';

/** Every night: puts the alarms of reports right that are missing, different or without a report (RP-01). */
export const createReconcileReports = (deps: ReconcileDeps, options: { clock?: Clock } = {}) =>
  job(SchedulePayload, (_payload, { now }) => reconcileAlarms(deps, now), options);

export const handler = createReconcileReports({
  waitingReports: () => dueItems('report', EndOfTime),
  schedules,
  alarms,
});
