import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActiveHours, isActiveAt, nextActiveAt } from '../../../shared/core/automation/active-hours.ts';
import { firstFailedCheck } from '../../../shared/core/automation/evaluate-rules.ts';
import { addSeconds, toInstant } from '../../../shared/core/kernel/time.ts';
import { timeIn } from '../../../shared/core/kernel/zoned-time.ts';
import { aRule, ruleFacts } from '../../support/conversation-builders.ts';

const hours = (grid: Record<string, [from: string, to: string][]>, timeZone = 'Europe/Berlin') =>
  ActiveHours.parse({
    timeZone,
    ...Object.fromEntries(
      Object.entries(grid).map(([day, spans]) => [day, spans.map(([from, to]) => ({ from, to }))]),
    ),
  });

const office = hours({
  friday: [
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ],
  monday: [['09:00', '17:00']],
});
const night = hours({ friday: [['22:00', '02:00']] });

describe('active hours', () => {
  it.each([
    ['before the first span', '2026-11-20T07:59:59.999Z', false],
    ['from the first minute of it', '2026-11-20T08:00:00.000Z', true],
    ['until before its last', '2026-11-20T11:00:00.000Z', false],
    ['in the second span', '2026-11-20T12:30:00.000Z', true],
    ['on a day without spans', '2026-11-21T09:00:00.000Z', false],
  ])('AR-20 follow the weekday and the wall clock of their zone: %s', (_name, now, active) => {
    expect(isActiveAt(office, now)).toBe(active);
  });

  it.each([
    ['2026-11-20T21:00:00.000Z', true],
    ['2026-11-21T00:59:00.000Z', true],
    ['2026-11-21T01:00:00.000Z', false],
    ['2026-11-20T00:30:00.000Z', false],
  ])('AR-20 pass midnight into the next day: %s', (now, active) => {
    expect(isActiveAt(night, now)).toBe(active);
  });

  it.each([
    ['now', office, '2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z'],
    ['after a break', office, '2026-11-20T11:00:00.000Z', '2026-11-20T12:00:00.000Z'],
    ['after a weekend', office, '2026-11-20T16:00:00.000Z', '2026-11-23T08:00:00.000Z'],
    ['a week later', night, '2026-11-21T01:00:00.000Z', '2026-11-27T21:00:00.000Z'],
    [
      'where the clocks are set forward over the beginning',
      hours({ sunday: [['02:30', '04:00']] }),
      '2026-03-28T12:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'a week later where the clocks are set forward over all of it',
      hours({ sunday: [['02:10', '02:50']] }),
      '2026-03-28T12:00:00.000Z',
      '2026-04-05T00:10:00.000Z',
    ],
    [
      'once more where the clocks are set back',
      hours({ sunday: [['01:00', '02:30']] }),
      '2026-10-25T00:40:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ],
  ])('AR-20 come next: %s', (_name, grid, now, next) => {
    expect(nextActiveAt(grid, now)).toBe(next);
  });

  it.each([
    ['2026-11-02T07:15:00.000Z', false],
    ['2026-11-02T08:15:00.000Z', true],
    ['2026-11-02T09:44:00.000Z', true],
    ['2026-11-02T09:45:00.000Z', false],
  ])('AR-20 are right on the day after the clocks were set back: %s', (now, active) => {
    const early = hours({ monday: [['03:15', '04:45']] }, 'America/New_York');
    expect(isActiveAt(early, now)).toBe(active);
  });

  it('AR-20 are what a wall clock shows, most of all around the days on which the clocks change', () => {
    const changes = [
      ['Europe/Berlin', '2026-03-29'],
      ['Europe/Berlin', '2026-10-25'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
      ['America/Sao_Paulo', '2026-06-01'],
    ] as const;
    const around = fc.integer({ min: -24 * 60, max: 48 * 60 });
    const anyTime = fc.integer({ min: -100 * 24 * 60, max: 100 * 24 * 60 });
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.oneof({ arbitrary: around, weight: 4 }, { arbitrary: anyTime, weight: 1 }),
        fc.integer({ min: 0, max: 23 }),
        ([zone, day], minute, hour) => {
          const from = `${String(hour).padStart(2, '0')}:15`;
          const to = hour === 23 ? '24:00' : `${String(hour + 1).padStart(2, '0')}:45`;
          const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
          const grid = hours(Object.fromEntries(days.map((day) => [day, [[from, to]]])), zone);
          const now = toInstant(Date.parse(day) + minute * 60_000);
          const shown = timeIn(zone, now);
          expect(isActiveAt(grid, now)).toBe(from <= shown && (to === '24:00' || shown < to));
          const next = nextActiveAt(grid, now);
          expect(next !== undefined && next >= now && isActiveAt(grid, next)).toBe(true);
          if (next !== undefined && next > now) expect(isActiveAt(grid, addSeconds(next, -60))).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ timeZone: 'Europe/Berlin' }],
    [{ timeZone: 'Berlin', monday: [{ from: '09:00', to: '17:00' }] }],
    [{ timeZone: 'Europe/Berlin', monday: [{ from: '09:00', to: '09:00' }] }],
    [{ timeZone: 'Europe/Berlin', monday: [{ from: '9:00', to: '17:00' }] }],
    [{ timeZone: 'Europe/Berlin', monday: [{ from: '24:00', to: '02:00' }] }],
    [{ timeZone: 'Europe/Berlin', someday: [] }],
  ])('AR-20 are refused when they make no sense: %j', (grid) => {
    expect(ActiveHours.safeParse(grid).success).toBe(false);
  });

  it('AR-20 make a rule not match outside them, and the trace says so', () => {
    const at = '2026-11-20T16:00:00.000Z';
    const rule = aRule({ hours: office });
    expect(firstFailedCheck(rule, ruleFacts({ at }))).toEqual({
      part: 'hours',
      name: 'hours',
      expected: office,
      actual: at,
    });
    expect(firstFailedCheck(rule, ruleFacts())).toBeUndefined();
  });
});
