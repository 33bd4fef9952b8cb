import type { Instant } from '../kernel/time.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  daysBetween,
  instantIn,
  weekdayOf,
} from '../kernel/zoned-time.ts';

export type Frequency = 'daily' | 'weekly' | 'monthly';

/** Whole days of a calendar, both included. */
export interface Period {
  from: Day;
  to: Day;
  timeZone: string;
}

/** RP-01: the day, ISO week or calendar month before the one in which a report is due. */
export function periodBefore(frequency: Frequency, timeZone: string, dueAt: Instant): Period {
  const current = periodAround(frequency, timeZone, dueAt);
  return previousPeriod(current, frequency);
}

/** The day, ISO week or calendar month that an instant lies in. */
export function periodAround(frequency: Frequency, timeZone: string, instant: Instant): Period {
  const day = dayIn(timeZone, instant);
  if (frequency === 'daily') return { from: day, to: day, timeZone };
  if (frequency === 'weekly') {
    const monday = addDays(day, 1 - weekdayOf(day));
    return { from: monday, to: addDays(monday, 6), timeZone };
  }
  const first = `${day.slice(0, 7)}-01`;
  return { from: first, to: addDays(addMonths(first, 1), -1), timeZone };
}

/** What a period is compared with: the calendar month before, or as many days directly before. */
export function previousPeriod(period: Period, frequency?: Frequency): Period {
  const to = addDays(period.from, -1);
  if (frequency === 'monthly') return { ...period, from: addMonths(period.from, -1), to };
  return { ...period, from: addDays(period.from, -daysIn(period)), to };
}

export function daysIn(period: Period): number {
  return daysBetween(period.from, period.to) + 1;
}

export function daysOf(period: Period): Day[] {
  return Array.from({ length: daysIn(period) }, (_, index) => addDays(period.from, index));
}

/** From the first instant of its first day until before the first instant of the day after its last. */
export function boundsOf({ from, to, timeZone }: Period): { from: Instant; until: Instant } {
  return { from: instantIn(timeZone, from, '00:00'), until: instantIn(timeZone, addDays(to, 1), '00:00') };
}
