import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  type Frequency,
  periodAround,
  periodBefore,
  previousPeriod,
} from '../../../shared/core/reports/report-period.ts';

const span = ({ from, to }: { from: string; to: string }) => `${from}..${to}`;

describe('the period of a report', () => {
  it.each<[Frequency, string, string, string]>([
    ['daily', 'Europe/Berlin', '2026-11-20T07:00:00.000Z', '2026-11-19..2026-11-19'],
    ['daily', 'Europe/Berlin', '2026-11-19T23:30:00.000Z', '2026-11-19..2026-11-19'],
    ['daily', 'America/Sao_Paulo', '2026-11-20T02:59:00.000Z', '2026-11-18..2026-11-18'],
    ['weekly', 'Europe/Berlin', '2026-11-16T07:00:00.000Z', '2026-11-09..2026-11-15'],
    ['weekly', 'Europe/Berlin', '2026-11-22T22:59:00.000Z', '2026-11-09..2026-11-15'],
    ['weekly', 'Europe/Berlin', '2027-01-04T07:00:00.000Z', '2026-12-28..2027-01-03'],
    ['monthly', 'Europe/Berlin', '2026-03-01T07:00:00.000Z', '2026-02-01..2026-02-28'],
    ['monthly', 'Europe/Berlin', '2027-01-15T07:00:00.000Z', '2026-12-01..2026-12-31'],
  ])('RP-01 of a %s report in %s due at %s is %s', (frequency, timeZone, dueAt, expected) => {
    expect(span(periodBefore(frequency, timeZone, dueAt))).toBe(expected);
  });

  it('RP-02 is compared with the calendar month before, else with as many days before', () => {
    const timeZone = 'UTC';
    const march = periodAround('monthly', timeZone, '2026-03-10T00:00:00.000Z');
    const days = { from: '2026-11-09', to: '2026-11-15', timeZone };

    expect(span(previousPeriod(march, 'monthly'))).toBe('2026-02-01..2026-02-28');
    expect(span(previousPeriod(days))).toBe('2026-11-02..2026-11-08');
  });

  it('RP-01 has 23 hours on the day on which the clocks are set forward', () => {
    expect(boundsOf({ from: '2026-03-29', to: '2026-03-29', timeZone: 'Europe/Berlin' })).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      until: '2026-03-29T22:00:00.000Z',
    });
  });
});
