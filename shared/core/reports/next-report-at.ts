import { addMilliseconds, type Instant, MillisecondsPerMinute } from '../kernel/time.ts';
import { addDays, addMonths, type Day, dayIn, instantIn, timeIn, weekdayOf } from '../kernel/zoned-time.ts';
import type { ReportTiming } from './report-schedule.ts';

/** How long the timer leaves it to the schedule's own alarm before it sends a report itself. */
const AlarmGraceMilliseconds = 5 * MillisecondsPerMinute;

/** The first time after an instant at which a report is due; a skipped local time counts as the first valid instant. */
export function nextReportAt(timing: ReportTiming, after: Instant): Instant {
  const next = occurrencesAround(timing, after).find((occurrence) => occurrence > after);
  if (next === undefined) throw new RangeError('Two periods ahead there is always an occurrence.');
  return next;
}

/** The last time until an instant at which a report was due, itself included. */
export function reportDueUntil(timing: ReportTiming, until: Instant): Instant {
  const last = occurrencesAround(timing, until).findLast((occurrence) => occurrence <= until);
  if (last === undefined) throw new RangeError('A period back there is always an occurrence.');
  return last;
}

/**
 * When the timer looks after a report: some minutes after its own alarm should have rung, or at the very time
 * where the alarm never rings because EventBridge Scheduler leaves out local times that do not exist.
 */
export function wakeForReport(timing: ReportTiming, dueAt: Instant): Instant {
  const isSkipped = timeIn(timing.timeZone, dueAt) !== timing.time;
  return isSkipped ? dueAt : addMilliseconds(dueAt, AlarmGraceMilliseconds);
}

/** Sent so long after it was due that its readers should know: its alarm did not ring, or sending failed at first. */
export function isSentLate(dueAt: Instant, now: Instant): boolean {
  return now >= addMilliseconds(dueAt, AlarmGraceMilliseconds);
}

function occurrencesAround(timing: ReportTiming, instant: Instant): Instant[] {
  const today = dayIn(timing.timeZone, instant);
  return [-1, 0, 1, 2].map((step) => instantIn(timing.timeZone, dueDay(timing, today, step), timing.time));
}

/** The day on which the report of the period around a day is due, some periods later. */
function dueDay({ frequency, weekday, dayOfMonth }: ReportTiming, day: Day, step: number): Day {
  if (frequency === 'daily') return addDays(day, step);
  if (frequency === 'weekly') return addDays(day, weekday - weekdayOf(day) + 7 * step);
  return addMonths(`${day.slice(0, 7)}-${String(dayOfMonth).padStart(2, '0')}`, step);
}
