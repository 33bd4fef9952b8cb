import { parseTenantRef } from '../kernel/due.ts';
import { systemContext } from '../kernel/tenant-context.ts';
import { addMilliseconds, type Instant, MillisecondsPerHour } from '../kernel/time.ts';
import type { AlarmInspection, ReportAlarms, ReportScheduleStore } from './ports.ts';
import type { ReportSchedule } from './report-schedule.ts';

export interface ReconcileDeps {
  /** Every schedule that is switched on waits in the index of what is due. */
  waitingReports(): AsyncIterable<{ ref: string }>;
  schedules: Pick<ReportScheduleStore, 'find'>;
  alarms: ReportAlarms & AlarmInspection;
}

/** How many alarms were looked at, and what was put right. */
export interface Reconciled {
  checked: number;
  missing: number;
  /** Rang at another time, in another zone, or although switched off. */
  different: number;
  /** Belonged to no schedule. */
  extra: number;
}

/** An alarm is made before its schedule is stored; younger ones may belong to somebody who is at it right now. */
const SurelyExtraMilliseconds = MillisecondsPerHour;

/** Alarms looked at beside each other; EventBridge Scheduler answers far more calls a second. */
const AtOnce = 20;

/**
 * RP-01: brings the alarms outside back in step with the schedules, wherever a crash or somebody's hand parted them.
 * The schedules are the truth.
 */
export async function reconcileAlarms(deps: ReconcileDeps, now: Instant): Promise<Reconciled> {
  const done: Reconciled = { checked: 0, missing: 0, different: 0, extra: 0 };
  const seen = new Set<string>();
  await inGroups(deps.waitingReports(), async ({ ref }) => {
    const { organizationId, id } = parseTenantRef(ref);
    if (await repairedAlarm(deps, organizationId, id, done)) seen.add(id);
  });
  await inGroups(deps.alarms.all(), async ({ scheduleId, changedAt }) => {
    if (seen.has(scheduleId)) return;
    const owner = await deps.alarms.ownerOf(scheduleId);
    if (owner !== undefined && (await repairedAlarm(deps, owner, scheduleId, done))) return;
    if (changedAt > addMilliseconds(now, -SurelyExtraMilliseconds)) return;
    await deps.alarms.remove(systemContext(owner ?? ''), scheduleId);
    done.extra += 1;
  });
  return done;
}

/** False where there is no such schedule. */
async function repairedAlarm(
  deps: ReconcileDeps,
  organizationId: string,
  scheduleId: string,
  done: Reconciled,
): Promise<boolean> {
  const context = systemContext(organizationId);
  const driftOf = async (schedule: ReportSchedule) => deps.alarms.driftOf(context, schedule);
  const schedule = await deps.schedules.find(context, scheduleId);
  if (!schedule) return false;
  done.checked += 1;
  if (!(await driftOf(schedule))) return true;
  // Read again: somebody may have changed it between the two looks.
  const latest = await deps.schedules.find(context, scheduleId);
  const drift = latest && (await driftOf(latest));
  if (!latest || !drift) return true;
  await deps.alarms.set(context, latest);
  done[drift] += 1;
  return true;
}

async function inGroups<T>(items: AsyncIterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < AtOnce) continue;
    await Promise.all(group.map(work));
    group = [];
  }
  await Promise.all(group.map(work));
}
