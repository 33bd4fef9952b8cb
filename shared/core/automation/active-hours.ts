import * as z from 'zod';
import { type Instant, latest } from '../kernel/time.ts';
import { addDays, dayIn, isTimeZone, spansOnWallClock, weekdayOf } from '../kernel/zoned-time.ts';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use 24 hours, e.g. "08:30".');

/** A span that ends before it begins passes midnight: it belongs to the day on which it begins. */
const DailySpan = z
  .strictObject({
    from: TimeOfDay,
    to: z.union([TimeOfDay, z.literal('24:00')]),
  })
  .refine(
    ({ from, to }) => from !== to,
    'A span must not end when it begins; a whole day is 00:00 to 24:00.',
  );

const DaySpans = z.array(DailySpan).max(6).default([]);

export const Weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** When a rule may answer, as a weekly grid on the wall clock of a time zone (AR-20). */
export const ActiveHours = z
  .strictObject({
    timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone'),
    monday: DaySpans,
    tuesday: DaySpans,
    wednesday: DaySpans,
    thursday: DaySpans,
    friday: DaySpans,
    saturday: DaySpans,
    sunday: DaySpans,
  })
  .refine(
    (hours) => Weekdays.some((weekday) => hours[weekday].length > 0),
    'A rule without any active hour never answers. Leave the hours out, or switch the rule off.',
  );
export type ActiveHours = z.infer<typeof ActiveHours>;

/** A week, and as much again, so that an hour that one change of the clocks skips is still found. */
const DaysAhead = 15;

/** True when the zone's wall clock shows an active hour; an hour that the clocks show twice is active twice (AR-20). */
export function isActiveAt(hours: ActiveHours, now: Instant): boolean {
  const today = dayIn(hours.timeZone, now);
  return [addDays(today, -1), today].some((day) =>
    spansOf(hours, day).some(({ from, until }) => from <= now && now < until),
  );
}

/** The first instant, from now on, at which a rule may answer (AR-20). */
export function nextActiveAt(hours: ActiveHours, now: Instant): Instant | undefined {
  const yesterday = addDays(dayIn(hours.timeZone, now), -1);
  const days = Array.from({ length: DaysAhead }, (_, index) => addDays(yesterday, index));
  return days
    .flatMap((day) => spansOf(hours, day))
    .filter(({ until }) => until > now)
    .map(({ from }) => latest(from, now))
    .toSorted()[0];
}

function spansOf(hours: ActiveHours, day: string): { from: Instant; until: Instant }[] {
  const weekday = Weekdays[weekdayOf(day) - 1] ?? 'monday';
  return hours[weekday].flatMap(({ from, to }) => {
    const lastDay = to === '24:00' || to < from ? addDays(day, 1) : day;
    return spansOnWallClock(
      hours.timeZone,
      { day, time: from },
      { day: lastDay, time: to === '24:00' ? '00:00' : to },
    );
  });
}
