import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { describe, expect, it } from 'vitest';
import { startScheduler } from '../../../local/services/scheduler.ts';
import type { ServiceOptions } from '../../../local/services/service-options.ts';
import { freshOptions, serve } from './service-client.ts';

const RoleArn = 'arn:aws:iam::000000000000:role/scheduler';
const arnOf = (group: string, name: string) =>
  `arn:aws:scheduler:eu-central-1:000000000000:schedule/${group}/${name}`;

function weekly(more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput {
  return {
    Name: 'weekly-mail',
    GroupName: 'reports',
    ScheduleExpression: 'cron(0 8 ? * MON *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: 'arn:aws:sqs:eu-central-1:000000000000:reports', RoleArn, Input: '{"reportId":"rep_1"}' },
    ...more,
  };
}

async function scheduler(options: ServiceOptions = freshOptions()) {
  const service = startScheduler(options);
  service.createGroup('reports');
  const { config, needed } = await serve(service);
  return { service, needed, client: new SchedulerClient(config) };
}

describe('EventBridge Scheduler of the local cloud', () => {
  it('RP-01 keeps a created schedule over a restart as it was asked for', async () => {
    const options = freshOptions();
    const first = await scheduler(options);
    const created = await first.client.send(new CreateScheduleCommand(weekly()));

    const { client, service } = await scheduler(options);
    const { $metadata: _metadata, ...found } = await client.send(
      new GetScheduleCommand({ Name: 'weekly-mail', GroupName: 'reports' }),
    );

    expect(created.ScheduleArn).toBe(arnOf('reports', 'weekly-mail'));
    expect(found).toEqual({
      ...weekly(),
      Arn: arnOf('reports', 'weekly-mail'),
      State: 'ENABLED',
      ActionAfterCompletion: 'NONE',
      CreationDate: expect.any(Date),
      LastModificationDate: expect.any(Date),
    });
    expect(service.schedules().map((schedule) => schedule.Name)).toEqual(['weekly-mail']);
  });

  it('RP-01 replaces the whole schedule on update and forgets it on delete', async () => {
    const { client, service } = await scheduler();
    let changes = 0;
    service.onChange(() => {
      changes += 1;
    });
    await client.send(new CreateScheduleCommand(weekly({ State: 'DISABLED', Description: 'first' })));
    await client.send(new UpdateScheduleCommand(weekly({ ScheduleExpression: 'rate(1 hour)' })));
    const [updated] = service.schedules();
    await client.send(new DeleteScheduleCommand({ Name: 'weekly-mail', GroupName: 'reports' }));

    expect(updated).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'ENABLED' });
    expect(updated).not.toHaveProperty('Description');
    expect(service.schedules()).toEqual([]);
    expect(changes).toBe(3);
  });

  it('RP-01 takes the same request twice by its token, and refuses another under the same name', async () => {
    const { client } = await scheduler();
    await client.send(new CreateScheduleCommand(weekly({ ClientToken: 'token-1' })));
    const again = await client.send(new CreateScheduleCommand(weekly({ ClientToken: 'token-1' })));

    expect(again.ScheduleArn).toBe(arnOf('reports', 'weekly-mail'));
    await expect(client.send(new CreateScheduleCommand(weekly({ ClientToken: 'token-2' })))).rejects.toThrow(
      ConflictException,
    );
    const changed = weekly({ ClientToken: 'token-1', ScheduleExpression: 'rate(1 day)' });
    await expect(client.send(new CreateScheduleCommand(changed))).rejects.toThrow(ConflictException);
  });

  it.each([
    ['an expression of another grammar', { ScheduleExpression: 'every monday' }],
    ['an unknown time zone', { ScheduleExpressionTimezone: 'Europe/Atlantis' }],
    ['a name with a blank', { Name: 'weekly mail' }],
  ])('RP-01 refuses %s', async (_what, fault) => {
    const { client } = await scheduler();

    await expect(client.send(new CreateScheduleCommand(weekly(fault)))).rejects.toThrow(ValidationException);
  });

  it('RP-01 answers that a schedule or a group is missing', async () => {
    const { client } = await scheduler();

    await expect(client.send(new GetScheduleCommand({ Name: 'none' }))).rejects.toThrow(
      ResourceNotFoundException,
    );
    await expect(client.send(new CreateScheduleCommand(weekly({ GroupName: 'none' })))).rejects.toThrow(
      ResourceNotFoundException,
    );
  });

  it('ST-02 lists the schedules of the template beside those of the API, without keeping them', async () => {
    const options = freshOptions();
    const { client, service } = await scheduler(options);
    service.declareSchedule({
      ...weekly(),
      Name: 'crawl',
      GroupName: 'default',
      StartDate: '2026-11-20T06:00:00.000Z',
    });
    await client.send(new CreateScheduleGroupCommand({ Name: 'others' }));
    await client.send(new CreateScheduleCommand(weekly()));
    await client.send(new CreateScheduleCommand(weekly({ GroupName: 'others' })));

    const all = await client.send(new ListSchedulesCommand({}));
    const some = await client.send(new ListSchedulesCommand({ GroupName: 'reports', NamePrefix: 'week' }));
    await client.send(new DeleteScheduleGroupCommand({ Name: 'others' }));
    const restarted = await scheduler(options);

    const names = ({ Schedules = [] }: typeof all) =>
      Schedules.map((found) => `${found.GroupName}/${found.Name}`);
    expect(names(all)).toEqual(['default/crawl', 'reports/weekly-mail', 'others/weekly-mail']);
    expect(names(some)).toEqual(['reports/weekly-mail']);
    expect(restarted.service.schedules().map((schedule) => schedule.Arn)).toEqual([
      arnOf('reports', 'weekly-mail'),
    ]);
  });

  it('ST-05 asks for the schedule and for handing over its role', async () => {
    const { client, needed } = await scheduler();
    await client.send(new CreateScheduleCommand(weekly()));
    await client.send(new DeleteScheduleCommand({ Name: 'weekly-mail', GroupName: 'reports' }));

    expect(needed).toEqual([
      { action: 'scheduler:CreateSchedule', resources: [arnOf('reports', 'weekly-mail')] },
      { action: 'iam:PassRole', resources: [RoleArn] },
      { action: 'scheduler:DeleteSchedule', resources: [arnOf('reports', 'weekly-mail')] },
    ]);
  });
});
