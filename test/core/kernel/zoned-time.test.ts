import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayIn,
  instantIn,
  isTimeZone,
  weekdayOf,
} from '../../../shared/core/kernel/zoned-time.ts';

describe('times in a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-11-20', '08:00', '2026-11-20T07:00:00.000Z', 'in winter'],
    ['Europe/Berlin', '2026-07-20', '08:00', '2026-07-20T06:00:00.000Z', 'in summer'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00.000Z', 'skipped: the first valid instant'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z', 'right after the gap'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'shown twice: the first'],
    ['America/New_York', '2026-03-08', '02:15', '2026-03-08T07:00:00.000Z', 'skipped'],
    ['Asia/Kolkata', '2026-11-20', '08:00', '2026-11-20T02:30:00.000Z', 'half an hour apart'],
    ['Asia/Kathmandu', '2026-11-20', '08:00', '2026-11-20T02:15:00.000Z', 'a quarter apart'],
    ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00.000Z', 'a midnight that does not exist'],
    ['Pacific/Kiritimati', '2026-11-20', '00:00', '2026-11-19T10:00:00.000Z', 'a day ahead'],
  ])('RP-01 finds %s %s %s at %s (%s)', (zone, day, time, expected) => {
    expect(instantIn(zone, day, time)).toBe(expected);
  });

  it('RP-01 shows the asked day at every instant that it finds, except where the clock jumps over midnight', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Asia/Tokyo',
      'Australia/Lord_Howe',
      'UTC',
    );
    const day = fc.integer({ min: 0, max: 3_650 }).map((offset) => addDays('2024-01-01', offset));
    const time = fc.integer({ min: 0, max: 1_439 }).map((minute) => {
      const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
      return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    });

    fc.assert(
      fc.property(zone, day, time, (timeZone, on, at) => {
        expect(dayIn(timeZone, instantIn(timeZone, on, at))).toBe(on);
      }),
      { numRuns: 300 },
    );
  });

  it('knows the days of the week and of the month', () => {
    expect(['2026-11-16', '2026-11-22'].map(weekdayOf)).toEqual([1, 7]);
    expect(addMonths('2026-12-28', 2)).toBe('2027-02-28');
    expect([isTimeZone('Europe/Lisbon'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
