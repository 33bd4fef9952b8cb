import { notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { nextReportAt } from './next-report-at.ts';
import type { ReportAlarms, ReportScheduleStore } from './ports.ts';
import type { ReportSchedule, ReportSettings } from './report-schedule.ts';

export interface ManageDeps {
  schedules: ReportScheduleStore;
  alarms: ReportAlarms;
  newId: NewId;
}

/** @throws not-found */
export async function readSchedule(
  { schedules }: Pick<ManageDeps, 'schedules'>,
  context: TenantContext,
  scheduleId: string,
): Promise<ReportSchedule> {
  const schedule = await schedules.find(context, scheduleId);
  if (!schedule) throw notFound('The report schedule');
  return schedule;
}

/** Sets the alarm first: one that rings for a schedule that does not exist is harmless, a schedule without one is not. */
export async function createSchedule(
  deps: ManageDeps,
  context: TenantContext,
  settings: ReportSettings,
  now: Instant,
): Promise<ReportSchedule> {
  const schedule: ReportSchedule = {
    ...settings,
    scheduleId: deps.newId('rep'),
    lastSentAt: null,
    nextScheduledAt: settings.enabled ? nextReportAt(settings, now) : null,
    sendCount: 0,
    lastFailure: null,
    createdAt: now,
    createdBy: context.actor.kind === 'member' ? context.actor.memberId : context.actor.kind,
    version: 1,
  };
  await deps.alarms.set(context, schedule);
  await deps.schedules.create(context, schedule);
  return schedule;
}

/** Stores the change first: it may be refused because somebody else was faster, and then the alarm has to stay. */
export async function updateSchedule(
  deps: ManageDeps,
  context: TenantContext,
  scheduleId: string,
  changes: { [Field in keyof ReportSettings]?: ReportSettings[Field] | undefined },
  ifMatch: number | undefined,
  now: Instant,
): Promise<ReportSchedule> {
  const current = await readSchedule(deps, context, scheduleId);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const settings: ReportSettings = { ...settingsOf(current), ...given };
  const nextScheduledAt = settings.enabled ? nextReportAt(settings, now) : null;
  const changed = { ...settings, nextScheduledAt };
  const schedule = await deps.schedules.update(context, scheduleId, changed, ifMatch ?? current.version);
  await deps.alarms.set(context, schedule);
  return schedule;
}

export async function deleteSchedule(
  deps: ManageDeps,
  context: TenantContext,
  scheduleId: string,
): Promise<void> {
  await readSchedule(deps, context, scheduleId);
  await deps.alarms.remove(context, scheduleId);
  await deps.schedules.delete(context, scheduleId);
}

function settingsOf(schedule: ReportSchedule): ReportSettings {
  const { name, enabled, frequency, weekday, dayOfMonth, time, timeZone } = schedule;
  const { recipients, reportType, accountIds, format, onlyWhenThereIsSomething } = schedule;
  return {
    name,
    enabled,
    frequency,
    weekday,
    dayOfMonth,
    time,
    timeZone,
    recipients,
    reportType,
    accountIds,
    format,
    onlyWhenThereIsSomething,
  };
}
