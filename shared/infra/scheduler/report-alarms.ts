import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  type GetScheduleCommandInput,
  type GetScheduleCommandOutput,
  paginateListSchedules,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { ReportMessage } from '../../contract/queues.ts';
import { AppError } from '../../core/kernel/errors.ts';
import type { AlarmInspection, ReportAlarms } from '../../core/reports/ports.ts';
import type { ReportSchedule, ReportTiming } from '../../core/reports/report-schedule.ts';

interface Options {
  client?: SchedulerClient;
  groupName: string;
  queueArn: string;
  /** Lets the scheduler send to the queue. */
  roleArn: string;
}

/** One EventBridge Scheduler schedule for each report schedule; its target is the reports queue (RP-01). */
export function reportAlarms({
  client = new SchedulerClient(),
  ...options
}: Options): ReportAlarms & AlarmInspection {
  const { groupName: GroupName } = options;
  const find = (scheduleId: string) => findSchedule(client, { Name: scheduleId, GroupName });
  return {
    async *all() {
      for await (const { Schedules = [] } of paginateListSchedules({ client }, { GroupName })) {
        for (const { Name, LastModificationDate, CreationDate } of Schedules) {
          const changed = LastModificationDate ?? CreationDate;
          if (Name && changed) yield { scheduleId: Name, changedAt: changed.toISOString() };
        }
      }
    },

    async ownerOf(scheduleId) {
      const found = await find(scheduleId);
      return ReportMessage.safeParse(parsed(found?.Target?.Input)).data?.organizationId;
    },

    async driftOf({ organizationId }, schedule) {
      const found = await find(schedule.scheduleId);
      if (!found) return 'missing';
      const wanted = scheduleInput(options, organizationId, schedule);
      return JSON.stringify(essentials(found)) === JSON.stringify(essentials(wanted))
        ? undefined
        : 'different';
    },

    async set({ organizationId }, schedule) {
      const input = scheduleInput(options, organizationId, schedule);
      await withNames(async () => {
        try {
          await client.send(new UpdateScheduleCommand(input));
        } catch (error) {
          if (!(error instanceof ResourceNotFoundException)) throw error;
          await createUnlessThere(client, input);
        }
      });
    },

    async remove(_context, scheduleId) {
      await withNames(async () => {
        try {
          await client.send(new DeleteScheduleCommand({ Name: scheduleId, GroupName }));
        } catch (error) {
          if (!(error instanceof ResourceNotFoundException)) throw error;
        }
      });
    },
  };
}

async function findSchedule(
  client: SchedulerClient,
  input: GetScheduleCommandInput,
): Promise<GetScheduleCommandOutput | undefined> {
  try {
    return await client.send(new GetScheduleCommand(input));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** What decides when it rings and what it says, in one order of fields. */
function essentials(given: CreateScheduleCommandInput | GetScheduleCommandOutput) {
  const { ScheduleExpression, ScheduleExpressionTimezone, State, FlexibleTimeWindow, Target } = given;
  const target = [Target?.Arn, Target?.RoleArn, Target?.Input];
  return [ScheduleExpression, ScheduleExpressionTimezone, State, FlexibleTimeWindow?.Mode, ...target];
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

/** A repeated call that was answered late finds its own schedule. */
async function createUnlessThere(client: SchedulerClient, input: CreateScheduleCommandInput): Promise<void> {
  try {
    await client.send(new CreateScheduleCommand(input));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
    await client.send(new UpdateScheduleCommand(input));
  }
}

function scheduleInput(
  { groupName, queueArn, roleArn }: Omit<Options, 'client'>,
  organizationId: string,
  schedule: ReportSchedule,
): CreateScheduleCommandInput {
  const message: ReportMessage = {
    organizationId,
    scheduleId: schedule.scheduleId,
    // EventBridge Scheduler puts the time of the occurrence in its place.
    scheduledAt: '<aws.scheduler.scheduled-time>',
  };
  return {
    Name: schedule.scheduleId,
    GroupName: groupName,
    ScheduleExpression: cronOf(schedule),
    ScheduleExpressionTimezone: schedule.timeZone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    State: schedule.enabled ? 'ENABLED' : 'DISABLED',
    Target: { Arn: queueArn, RoleArn: roleArn, Input: JSON.stringify(message) },
  };
}

const Weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** `cron(minute hour day-of-month month day-of-week year)`; one of the two days has to be `?`. */
export function cronOf({ frequency, weekday, dayOfMonth, time }: ReportTiming): string {
  const [hour, minute] = time.split(':').map(Number);
  if (frequency === 'daily') return `cron(${minute} ${hour} * * ? *)`;
  if (frequency === 'weekly') return `cron(${minute} ${hour} ? * ${Weekdays[weekday - 1]} *)`;
  return `cron(${minute} ${hour} ${dayOfMonth} * ? *)`;
}

async function withNames(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const message = 'The report could not be scheduled. Try again in a moment.';
    throw new AppError('unavailable', 'scheduler_unavailable', message, { cause });
  }
}
