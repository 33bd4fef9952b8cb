import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { beforeEach, describe, expect, it } from 'vitest';
import { createReconcileReports } from '../../../lambdas/schedules/reconcile-reports.ts';
import { startScheduler } from '../../../local/services/scheduler.ts';
import { tenantRef } from '../../../shared/core/kernel/due.ts';
import { addMilliseconds, MillisecondsPerDay, toInstant } from '../../../shared/core/kernel/time.ts';
import type { ReportSchedule } from '../../../shared/core/reports/report-schedule.ts';
import { reportAlarms } from '../../../shared/infra/scheduler/report-alarms.ts';
import { freshOptions, serve } from '../../local/services/service-client.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { aReportSchedule } from '../../support/reports.ts';

const GroupName = 'reports';
const place = {
  groupName: GroupName,
  queueArn: 'arn:aws:sqs:eu-central-1:000000000000:reports',
  roleArn: 'arn:aws:iam::000000000000:role/schedules',
};
const context = aContext();

/** Schedules by id, the alarms of EventBridge Scheduler for each, and the nightly job over both. */
async function world(...given: Partial<ReportSchedule>[]) {
  const service = startScheduler(freshOptions());
  service.createGroup(GroupName);
  const client = new SchedulerClient((await serve(service)).config);
  const alarms = reportAlarms({ client, ...place });
  const schedules = new Map(given.map((one) => [one.scheduleId ?? '', aReportSchedule(one)]));
  for (const schedule of schedules.values()) await alarms.set(context, schedule);
  const deps = {
    alarms,
    schedules: {
      find: async ({ organizationId }: { organizationId: string }, id: string) =>
        organizationId === context.organizationId ? schedules.get(id) : undefined,
    },
    async *waitingReports() {
      for (const { scheduleId, enabled } of schedules.values()) {
        if (enabled) yield { ref: tenantRef(context.organizationId, scheduleId) };
      }
    },
  };
  // The local scheduler writes the times of changes by the machine's clock.
  const tomorrow = addMilliseconds(toInstant(Date.now()), MillisecondsPerDay);
  const run = (now = tomorrow) =>
    createReconcileReports(deps, { clock: fixedClock(now) })({ scheduledAt: now }, {} as never);
  const stateOf = async (Name: string) => {
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } = await client.send(
      new GetScheduleCommand({ Name, GroupName }),
    );
    return [ScheduleExpression, ScheduleExpressionTimezone, State, Target?.Arn];
  };
  const names = () => service.schedules().map(({ Name }) => Name);
  return { client, schedules, run, stateOf, names };
}

const right = ['cron(0 8 ? * MON *)', 'Europe/Berlin', 'ENABLED', place.queueArn];
const asStored = (Name: string): CreateScheduleCommandInput => ({
  ...{ Name, GroupName, State: 'ENABLED', FlexibleTimeWindow: { Mode: 'OFF' } },
  ...{ ScheduleExpression: 'cron(0 8 ? * MON *)', ScheduleExpressionTimezone: 'Europe/Berlin' },
  Target: {
    ...{ Arn: place.queueArn, RoleArn: place.roleArn },
    Input: JSON.stringify({
      ...{ organizationId: context.organizationId, scheduleId: Name },
      scheduledAt: '<aws.scheduler.scheduled-time>',
    }),
  },
});
const none = { missing: 0, different: 0, extra: 0 };

let kept: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  kept = await world(
    { scheduleId: 'rep_1' },
    { scheduleId: 'rep_2' },
    { scheduleId: 'rep_off', enabled: false },
  );
});

describe('the nightly look after the alarms of reports', () => {
  it('RP-01 finds nothing to repair where all are in step', async () => {
    expect(await kept.run()).toEqual({ checked: 3, ...none });
  });

  it('RP-01 makes an alarm that is missing', async () => {
    await kept.client.send(new DeleteScheduleCommand({ Name: 'rep_1', GroupName }));

    expect(await kept.run()).toEqual({ checked: 3, ...none, missing: 1 });
    expect(await kept.stateOf('rep_1')).toEqual(right);
    expect(await kept.run()).toEqual({ checked: 3, ...none });
  });

  it.each<[string, Partial<CreateScheduleCommandInput>]>([
    ['another time', { ScheduleExpression: 'cron(0 9 ? * MON *)' }],
    ['another zone', { ScheduleExpressionTimezone: 'UTC' }],
    ['never, being switched off', { State: 'DISABLED' }],
    [
      'to another queue',
      { Target: { Arn: 'arn:aws:sqs:eu-central-1:000000000000:x', RoleArn: place.roleArn } },
    ],
  ])('RP-01 changes an alarm that rings at %s', async (_what, drift) => {
    await kept.client.send(new UpdateScheduleCommand({ ...asStored('rep_2'), ...drift }));

    expect(await kept.run()).toEqual({ checked: 3, ...none, different: 1 });
    expect(await kept.stateOf('rep_2')).toEqual(right);
  });

  it('RP-01 silences an alarm whose report is switched off', async () => {
    await kept.client.send(new UpdateScheduleCommand(asStored('rep_off')));

    expect(await kept.run()).toEqual({ checked: 3, ...none, different: 1 });
    expect((await kept.stateOf('rep_off'))[2]).toBe('DISABLED');
  });

  it('RP-01 removes alarms without a report, also those that do not say whose they are', async () => {
    kept.schedules.delete('rep_1');
    const stranger = {
      ...asStored('rep_stranger'),
      Target: { Arn: place.queueArn, RoleArn: place.roleArn, Input: 'x' },
    };
    await kept.client.send(new CreateScheduleCommand(stranger));

    expect(await kept.run()).toEqual({ checked: 2, ...none, extra: 2 });
    expect(kept.names().sort()).toEqual(['rep_2', 'rep_off']);
  });

  it('RP-01 leaves a young alarm alone: its report may be about to be stored', async () => {
    kept.schedules.delete('rep_1');

    expect(await kept.run(toInstant(Date.now()))).toEqual({ checked: 2, ...none });
    expect(kept.names()).toContain('rep_1');
  });
});
