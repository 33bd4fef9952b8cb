import { describe, expect, it } from 'vitest';
import { type Instant, toInstant } from '../../../shared/core/kernel/time.ts';
import { nextReportAt } from '../../../shared/core/reports/next-report-at.ts';
import { ReportTiming } from '../../../shared/core/reports/report-schedule.ts';

const From = Date.UTC(2026, 0, 1);
const Until = Date.UTC(2027, 0, 3);
const QuarterHour = 15 * 60 * 1_000;

/** What a wall clock shows at every quarter of an hour, e.g. `2026-03-29 03:00`, written by Intl alone. */
function wallClockOf(timeZone: string): { instant: Instant; wall: string }[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const quarters: { instant: Instant; wall: string }[] = [];
  for (let epoch = From; epoch < Until; epoch += QuarterHour) {
    quarters.push({ instant: toInstant(epoch), wall: clock.format(epoch) });
  }
  return quarters;
}

/** Whether a report is due on a day of the calendar. */
function isDueOn(day: string, { frequency, weekday, dayOfMonth }: ReportTiming): boolean {
  const date = new Date(`${day}T12:00:00.000Z`);
  if (frequency === 'weekly') return (date.getUTCDay() || 7) === weekday;
  return frequency === 'daily' || date.getUTCDate() === dayOfMonth;
}

/** On each due day, the first quarter of an hour at which the clock shows the time or has passed it. */
function dueInYear(timing: ReportTiming, quarters: ReturnType<typeof wallClockOf>): Instant[] {
  const due = new Map<string, Instant>();
  for (const { instant, wall } of quarters) {
    const [day = '', time = ''] = wall.split(' ');
    if (time >= timing.time && !due.has(day) && isDueOn(day, timing)) due.set(day, instant);
  }
  return [...due.values()];
}

/** The same by asking for the next one again and again, as a schedule does. */
function askedInYear(timing: ReportTiming, after: Instant): Instant[] {
  const found: Instant[] = [];
  for (let next = nextReportAt(timing, after); next < toInstant(Until); next = nextReportAt(timing, next)) {
    found.push(next);
  }
  return found;
}

const Timings = [
  { frequency: 'daily', time: '00:00' },
  { frequency: 'daily', time: '02:15' },
  { frequency: 'daily', time: '08:00' },
  { frequency: 'weekly', weekday: 7, time: '02:30' },
  { frequency: 'weekly', weekday: 1, time: '23:45' },
  { frequency: 'monthly', dayOfMonth: 28, time: '01:00' },
] as const;

describe('the reports of a year', () => {
  // Clocks change at two, at midnight, by half an hour, and not at all; in the north and in the south.
  it.each(['Europe/Berlin', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
    'RP-01 are due when a clock in %s says so, whose changes are looked up quarter by quarter',
    (timeZone) => {
      const quarters = wallClockOf(timeZone);
      for (const given of Timings) {
        const timing = ReportTiming.parse({ ...given, timeZone });
        const [first = '', ...rest] = dueInYear(timing, quarters);

        expect(rest.length).toBeGreaterThan(10);
        expect([given, askedInYear(timing, first)]).toEqual([given, rest]);
      }
    },
  );

  it('RP-01 come at the first valid instant where the clocks leave a time out, and once where they show it twice', () => {
    const timing = ReportTiming.parse({ frequency: 'daily', time: '02:30' });
    const days = askedInYear(timing, '2026-03-28T12:00:00.000Z');

    expect(days[0]).toBe('2026-03-29T01:00:00.000Z');
    expect(days.filter((instant) => instant.startsWith('2026-10-25'))).toEqual(['2026-10-25T00:30:00.000Z']);
  });
});
