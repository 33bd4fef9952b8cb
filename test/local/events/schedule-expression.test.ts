import { describe, expect, it } from 'vitest';
import { parseScheduleExpression } from '../../../local/events/schedule-expression.ts';

function firings(expression: string, timeZone: string, after: string, count = 3): string[] {
  const next = parseScheduleExpression(expression, timeZone, Date.parse(after));
  const found: string[] = [];
  let from: number | undefined = Date.parse(after);
  while (found.length < count) {
    from = next(from);
    if (from === undefined) break;
    found.push(new Date(from).toISOString());
  }
  return found;
}

describe('a schedule expression', () => {
  it.each([
    [
      'cron(0 6,18 * * ? *)',
      'UTC',
      '2026-11-20T07:00:00.000Z',
      ['2026-11-20T18:00', '2026-11-21T06:00', '2026-11-21T18:00'],
    ],
    [
      'cron(0/15 8-9 ? * MON-FRI *)',
      'UTC',
      '2026-11-20T09:40:00.000Z',
      ['2026-11-20T09:45', '2026-11-23T08:00', '2026-11-23T08:15'],
    ],
    [
      'cron(0 12 ? * 1 *)',
      'UTC',
      '2026-11-20T00:00:00.000Z',
      ['2026-11-22T12:00', '2026-11-29T12:00', '2026-12-06T12:00'],
    ],
    [
      'cron(0 12 ? * TUE#2 *)',
      'UTC',
      '2026-11-20T00:00:00.000Z',
      ['2026-12-08T12:00', '2027-01-12T12:00', '2027-02-09T12:00'],
    ],
    [
      'cron(0 12 ? * FRIL *)',
      'UTC',
      '2026-11-20T00:00:00.000Z',
      ['2026-11-27T12:00', '2026-12-25T12:00', '2027-01-29T12:00'],
    ],
    [
      'cron(0 12 L * ? *)',
      'UTC',
      '2026-01-31T12:00:00.000Z',
      ['2026-02-28T12:00', '2026-03-31T12:00', '2026-04-30T12:00'],
    ],
    [
      'cron(0 12 1W * ? *)',
      'UTC',
      '2026-07-15T00:00:00.000Z',
      ['2026-08-03T12:00', '2026-09-01T12:00', '2026-10-01T12:00'],
    ],
    [
      'cron(0 12 29 2 ? *)',
      'UTC',
      '2026-01-01T00:00:00.000Z',
      ['2028-02-29T12:00', '2032-02-29T12:00', '2036-02-29T12:00'],
    ],
    [
      'rate(6 hours)',
      'UTC',
      '2026-11-20T07:00:00.000Z',
      ['2026-11-20T13:00', '2026-11-20T19:00', '2026-11-21T01:00'],
    ],
  ])('RP-01 %s fires as AWS documents it', (expression, timeZone, after, expected) => {
    expect(firings(expression, timeZone, after)).toEqual(expected.map((minute) => `${minute}:00.000Z`));
  });

  it('RP-01 keeps the local hour when the clocks change', () => {
    expect(firings('cron(0 8 * * ? *)', 'Europe/Berlin', '2026-10-24T00:00:00.000Z')).toEqual([
      '2026-10-24T06:00:00.000Z',
      '2026-10-25T07:00:00.000Z',
      '2026-10-26T07:00:00.000Z',
    ]);
  });

  it('RP-01 leaves out a local time that the clocks skip', () => {
    expect(firings('cron(30 2 * * ? *)', 'Europe/Berlin', '2026-03-28T00:00:00.000Z')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
      '2026-03-31T00:30:00.000Z',
    ]);
  });

  it('RP-01 fires once at a local time that the clocks show twice', () => {
    expect(firings('cron(30 2 * * ? *)', 'Europe/Berlin', '2026-10-24T03:00:00.000Z')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
      '2026-10-27T01:30:00.000Z',
    ]);
  });

  it('fires a one-time schedule once, and never when its time has passed or does not exist', () => {
    const at = 'at(2026-03-29T02:30:00)';
    expect(firings(at, 'UTC', '2026-03-01T00:00:00.000Z')).toEqual(['2026-03-29T02:30:00.000Z']);
    expect(firings(at, 'UTC', '2026-03-30T00:00:00.000Z')).toEqual([]);
    expect(firings(at, 'Europe/Berlin', '2026-03-01T00:00:00.000Z')).toEqual([]);
  });

  it('ends after the last year that it names', () => {
    expect(firings('cron(0 0 1 1 ? 2027-2028)', 'UTC', '2026-11-20T00:00:00.000Z')).toEqual([
      '2027-01-01T00:00:00.000Z',
      '2028-01-01T00:00:00.000Z',
    ]);
  });

  it.each([
    'cron(0 12 * * * *)',
    'cron(0 12 ? * ? *)',
    'cron(0 24 * * ? *)',
    'cron(0 12 * * ?)',
    'rate(0 minutes)',
    'rate(5 weeks)',
    'at(tomorrow)',
    'every day',
  ])('refuses %s', (expression) => {
    expect(() => parseScheduleExpression(expression, 'UTC', 0)).toThrow();
  });
});
