import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { cronOf, reportAlarms } from '../../../shared/infra/scheduler/report-alarms.ts';
import { aContext } from '../../support/contexts.ts';
import { aReportSchedule } from '../../support/reports.ts';

const scheduler = mockClient(SchedulerClient);
beforeEach(() => scheduler.reset());

const alarms = reportAlarms({
  client: new SchedulerClient({ region: 'eu-central-1' }),
  groupName: 'earshot-test',
  queueArn: 'arn:aws:sqs:eu-central-1:000000000000:reports',
  roleArn: 'arn:aws:iam::000000000000:role/schedules',
});
const missing = new ResourceNotFoundException({ message: 'no', Message: 'no', $metadata: {} });
const taken = new ConflictException({ message: 'taken', Message: 'taken', $metadata: {} });
const callsOf = () => scheduler.calls().map(({ firstArg }) => firstArg.constructor.name);

describe('the alarms of reports', () => {
  it('RP-01 make one schedule in the zone of the report that sends a message with the time of the occurrence', async () => {
    scheduler.on(UpdateScheduleCommand).rejects(missing).on(CreateScheduleCommand).resolves({});
    await alarms.set(aContext(), aReportSchedule({ time: '08:05' }));

    expect(scheduler.commandCalls(CreateScheduleCommand)[0]?.args[0].input).toEqual({
      Name: 'rep_1',
      GroupName: 'earshot-test',
      ScheduleExpression: 'cron(5 8 ? * MON *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: {
        Arn: 'arn:aws:sqs:eu-central-1:000000000000:reports',
        RoleArn: 'arn:aws:iam::000000000000:role/schedules',
        Input:
          '{"organizationId":"org_beanbar","scheduleId":"rep_1","scheduledAt":"<aws.scheduler.scheduled-time>"}',
      },
    });
  });

  it('RP-01 change the schedule that is there, and switch it off', async () => {
    scheduler.on(UpdateScheduleCommand).resolves({});
    await alarms.set(aContext(), aReportSchedule({ enabled: false }));

    expect(scheduler.commandCalls(UpdateScheduleCommand)[0]?.args[0].input.State).toBe('DISABLED');
    expect(callsOf()).toEqual(['UpdateScheduleCommand']);
  });

  it('RP-01 change the schedule that a call made whose answer was lost', async () => {
    scheduler
      .on(UpdateScheduleCommand)
      .rejectsOnce(missing)
      .resolves({})
      .on(CreateScheduleCommand)
      .rejects(taken);
    await alarms.set(aContext(), aReportSchedule());

    expect(callsOf()).toEqual(['UpdateScheduleCommand', 'CreateScheduleCommand', 'UpdateScheduleCommand']);
  });

  it('RP-01 are content when the schedule is gone already', async () => {
    scheduler.on(DeleteScheduleCommand).rejects(missing);

    await expect(alarms.remove(aContext(), 'rep_1')).resolves.toBeUndefined();
  });

  it('say what to do when the scheduler does not answer', async () => {
    scheduler.on(UpdateScheduleCommand).rejects(new Error('socket hang up'));

    await expect(alarms.set(aContext(), aReportSchedule())).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'scheduler_unavailable',
    });
  });

  it.each([
    ['daily', 'cron(30 18 * * ? *)'],
    ['weekly', 'cron(30 18 ? * SUN *)'],
    ['monthly', 'cron(30 18 28 * ? *)'],
  ] as const)('RP-01 write %s as %s', (frequency, expression) => {
    expect(cronOf(aReportSchedule({ frequency, time: '18:30', weekday: 7, dayOfMonth: 28 }))).toBe(
      expression,
    );
  });
});
