import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ScheduleRunner } from '../../../local/events/schedule-runner.ts';
import { ScheduleRecord } from '../../../local/services/schedule-record.ts';

let runner: ScheduleRunner | undefined;
let delivered: string[];
let schedules: ScheduleRecord[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T07:59:30.000Z') });
  delivered = [];
});

afterEach(() => {
  runner?.stop();
  vi.useRealTimers();
});

function aSchedule(overrides: Partial<ScheduleRecord> = {}): ScheduleRecord {
  return ScheduleRecord.parse({
    Name: 'weekly',
    Arn: 'arn:aws:scheduler:eu-central-1:000000000000:schedule/default/weekly',
    ScheduleExpression: 'cron(0 9 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'queue', RoleArn: 'role', Input: '<aws.scheduler.scheduled-time> <other>' },
    CreationDate: Date.now() / 1000,
    LastModificationDate: Date.now() / 1000,
    ...overrides,
  });
}

function start(...given: ScheduleRecord[]): () => void {
  schedules = given;
  let changed = () => {};
  runner = new ScheduleRunner({
    schedules: () => schedules,
    onChange: (listener) => {
      changed = listener;
    },
    removeSchedule: (schedule) => {
      schedules = schedules.filter((one) => one !== schedule);
      changed();
    },
    deliver: async (_, payload) => {
      delivered.push(payload);
    },
    now: Date.now,
    report: (line) => delivered.push(line),
  });
  return () => changed();
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);
const nextFirings = () => runner?.planned().map(({ nextFiring }) => nextFiring);

it('RP-01 fires at the local time with the scheduled time in the input', async () => {
  start(aSchedule());
  await minutes(24 * 60);
  expect(delivered).toEqual(['2026-11-20T08:00:00Z <other>']);
  expect(nextFirings()).toEqual(['2026-11-21T08:00:00.000Z']);
});

it('RP-01 follows a schedule that is created, changed and removed while it runs', async () => {
  const changed = start();
  schedules = [aSchedule({ ScheduleExpression: 'rate(1 minute)' })];
  changed();
  await minutes(2);
  expect(delivered).toEqual(['2026-11-20T08:00:30Z <other>', '2026-11-20T08:01:30Z <other>']);
  schedules = [aSchedule({ State: 'DISABLED' })];
  changed();
  expect(nextFirings()).toEqual([null]);
  schedules = [];
  changed();
  await minutes(24 * 60);
  expect(nextFirings()).toEqual([]);
  expect(delivered).toHaveLength(2);
});

it('removes a one-time schedule after its firing when it says so', async () => {
  const once = { ScheduleExpression: 'at(2026-11-20T08:00:00)', ScheduleExpressionTimezone: 'UTC' };
  start(aSchedule({ ...once, ActionAfterCompletion: 'DELETE' }));
  await minutes(1);
  expect(delivered).toEqual(['2026-11-20T08:00:00Z <other>']);
  expect(schedules).toEqual([]);
});

it('keeps to the start and the end of a schedule', async () => {
  const at = (time: string) => Date.parse(time) / 1000;
  start(
    aSchedule({
      ScheduleExpression: 'rate(1 hour)',
      StartDate: at('2026-11-20T10:00:00Z'),
      EndDate: at('2026-11-20T12:30:00Z'),
    }),
  );
  await minutes(24 * 60);
  expect(delivered).toEqual(['2026-11-20T11:00:00Z <other>', '2026-11-20T12:00:00Z <other>']);
});

it('fires a schedule now on request, whatever its time', async () => {
  start(aSchedule({ State: 'DISABLED' }));
  expect([await runner?.fire('weekly'), await runner?.fire('unknown')]).toEqual([true, false]);
  expect(delivered).toEqual(['2026-11-20T07:59:30Z <other>']);
});
