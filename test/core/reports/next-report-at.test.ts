import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, MillisecondsPerMinute } from '../../../shared/core/kernel/time.ts';
import { timeIn } from '../../../shared/core/kernel/zoned-time.ts';
import { nextReportAt, reportDueUntil, wakeForReport } from '../../../shared/core/reports/next-report-at.ts';
import { ReportTiming } from '../../../shared/core/reports/report-schedule.ts';

const timing = (overrides: Partial<ReportTiming> = {}) =>
  ReportTiming.parse({ frequency: 'weekly', ...overrides });

describe('the next report', () => {
  it.each([
    ['a weekly one', timing(), '2026-11-20T12:00:00.000Z', '2026-11-23T07:00:00.000Z'],
    [
      'a weekly one on its own day, before its time',
      timing(),
      '2026-11-23T06:59:59.999Z',
      '2026-11-23T07:00:00.000Z',
    ],
    ['a weekly one at its very time', timing(), '2026-11-23T07:00:00.000Z', '2026-11-30T07:00:00.000Z'],
    ['a Sunday one', timing({ weekday: 7 }), '2026-11-23T12:00:00.000Z', '2026-11-29T07:00:00.000Z'],
    [
      'a daily one',
      timing({ frequency: 'daily', time: '18:30' }),
      '2026-11-20T17:30:00.000Z',
      '2026-11-21T17:30:00.000Z',
    ],
    [
      'a monthly one over the turn of the year',
      timing({ frequency: 'monthly', dayOfMonth: 28 }),
      '2026-12-28T08:00:00.000Z',
      '2027-01-28T07:00:00.000Z',
    ],
    [
      'one across the change to summer time',
      timing(),
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T06:00:00.000Z',
    ],
    [
      'one whose local time is skipped',
      timing({ weekday: 7, time: '02:30' }),
      '2026-03-28T12:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ],
  ])('RP-01 of %s is found', (_what, given, after, expected) => {
    expect(nextReportAt(given, after)).toBe(expected);
  });

  it('RP-01 comes after any instant, and is then the last one that was due', () => {
    const timings = fc.record({
      frequency: fc.constantFrom('daily', 'weekly', 'monthly'),
      weekday: fc.integer({ min: 1, max: 7 }),
      dayOfMonth: fc.integer({ min: 1, max: 28 }),
      time: fc.constantFrom('00:00', '01:30', '02:30', '08:00', '23:59'),
      timeZone: fc.constantFrom(
        'Europe/Berlin',
        'America/Sao_Paulo',
        'Asia/Kolkata',
        'Pacific/Auckland',
        'UTC',
      ),
    });
    const minutes = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 });

    fc.assert(
      fc.property(timings, minutes, (given, minute) => {
        const after = addMilliseconds('2026-01-01T00:00:00.000Z', minute * MillisecondsPerMinute);
        const next = nextReportAt(given as ReportTiming, after);

        expect(next > after).toBe(true);
        expect(reportDueUntil(given as ReportTiming, next)).toBe(next);
        expect(reportDueUntil(given as ReportTiming, after) <= after).toBe(true);
        expect(nextReportAt(given as ReportTiming, reportDueUntil(given as ReportTiming, after))).toBe(next);
      }),
      { numRuns: 300 },
    );
  });

  it('RP-01 is due at its local time on every day of a year that has that time', () => {
    const daily = timing({ frequency: 'daily', time: '02:30' });
    const shown = new Map<string, number>();
    for (let at = '2026-01-01T00:00:00.000Z', day = 0; day < 365; day += 1) {
      at = nextReportAt(daily, at);
      const time = timeIn('Europe/Berlin', at);
      shown.set(time, (shown.get(time) ?? 0) + 1);
    }

    expect([...shown]).toEqual([
      ['02:30', 364],
      ['03:00', 1],
    ]);
  });

  it('RP-01 is left to its alarm for five minutes, except where the alarm leaves out a skipped local time', () => {
    const early = timing({ weekday: 7, time: '02:30' });

    expect(wakeForReport(timing(), '2026-11-23T07:00:00.000Z')).toBe('2026-11-23T07:05:00.000Z');
    expect(wakeForReport(early, '2026-03-29T01:00:00.000Z')).toBe('2026-03-29T01:00:00.000Z');
  });
});
