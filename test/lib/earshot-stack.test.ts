import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { endpoints } from '../../shared/contract/api/all.ts';
import { QueueNames } from '../../shared/contract/queues.ts';
import { Schedules } from '../../shared/contract/schedules.ts';
import { DueIndex, InboxIndex } from '../../shared/infra/dynamo/keys.ts';
import { dependencyCycle } from './dependencies.ts';
import { type Resource, type Synthesized, synthesize } from './synthesized.ts';

const SynthesisTimeout = 120_000;

const Queue = z.looseObject({
  QueueName: z.string(),
  VisibilityTimeout: z.number(),
  SqsManagedSseEnabled: z.boolean(),
  RedrivePolicy: z
    .object({
      deadLetterTargetArn: z.object({ 'Fn::GetAtt': z.array(z.string()) }),
      maxReceiveCount: z.number(),
    })
    .optional(),
});
const Statement = z.looseObject({
  Action: z.union([z.string().transform((action) => [action]), z.array(z.string())]),
  Resource: z.json(),
});
const Policy = z.looseObject({
  PolicyDocument: z.looseObject({ Statement: z.array(Statement) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});
const LambdaFunction = z.looseObject({
  FunctionName: z.string().optional(),
  Runtime: z.string(),
  Timeout: z.number(),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.literal('Arn')]) }),
});
const Mapping = z.looseObject({
  EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  FunctionName: z.object({ Ref: z.string() }),
  FunctionResponseTypes: z.array(z.string()),
});

describe('the stack', () => {
  let stack: Synthesized;
  beforeAll(() => {
    stack = synthesize();
  }, SynthesisTimeout);
  afterAll(() => stack?.remove());

  const propertiesOf = <T>(type: string, schema: z.ZodType<T>): Map<string, T> =>
    new Map(Object.entries(stack.ofType(type)).map(([id, { Properties }]) => [id, schema.parse(Properties)]));
  const ownFunctions = () =>
    [...propertiesOf('AWS::Lambda::Function', LambdaFunction)].filter(([, fn]) => fn.FunctionName);
  const ownRoles = () => new Set(ownFunctions().map(([, fn]) => fn.Role['Fn::GetAtt'][0]));

  it('ST-01 stays far below the 500 resources that CloudFormation allows', () => {
    expect(Object.keys(stack.resources).length).toBeLessThan(380);
  });

  it('ST-01 can be created: no resource waits for one that waits for it', () => {
    expect(dependencyCycle(stack.resources)).toBeUndefined();
  });

  it('ST-01 is the same however often it is synthesized', { timeout: SynthesisTimeout }, () => {
    const again = synthesize();
    again.remove();
    expect(again.text).toBe(stack.text);
  });

  it('ST-02 has the same shape on one machine', { timeout: SynthesisTimeout }, () => {
    const shapeOf = (resources: Record<string, Resource>) =>
      Object.values(resources)
        .map(({ Type }) => Type)
        .sort();
    const local = synthesize({ stage: 'local' });
    local.remove();
    expect(shapeOf(local.resources)).toEqual(shapeOf(stack.resources));
  });

  it('ST-01 gives every queue a dead-letter queue after five receives', () => {
    const queues = propertiesOf('AWS::SQS::Queue', Queue);
    const byName = new Map([...queues.values()].map((queue) => [queue.QueueName, queue]));
    for (const name of QueueNames) {
      const redrive = byName.get(`earshot-dev-${name}`)?.RedrivePolicy;
      expect(redrive?.maxReceiveCount).toBe(5);
      const [target = ''] = redrive?.deadLetterTargetArn['Fn::GetAtt'] ?? [];
      expect(queues.get(target)?.QueueName).toBe(`earshot-dev-${name}-dead`);
    }
    expect([...queues.values()].every((queue) => queue.SqsManagedSseEnabled)).toBe(true);
  });

  it('ST-01 hides a message for at least six times as long as its function may take', () => {
    const queues = propertiesOf('AWS::SQS::Queue', Queue);
    const functions = propertiesOf('AWS::Lambda::Function', LambdaFunction);
    const waits = [...propertiesOf('AWS::Lambda::EventSourceMapping', Mapping).values()].flatMap(
      (mapping) => {
        const queue = queues.get(mapping.EventSourceArn['Fn::GetAtt'][0]);
        const fn = functions.get(mapping.FunctionName.Ref);
        return queue && fn ? [{ name: queue.QueueName, factor: queue.VisibilityTimeout / fn.Timeout }] : [];
      },
    );
    expect(waits.length).toBeGreaterThan(0);
    expect(waits.filter(({ factor }) => factor < 6)).toEqual([]);
  });

  it('reports the failures of single messages and records to every event source', () => {
    const mappings = [...propertiesOf('AWS::Lambda::EventSourceMapping', Mapping).values()];
    expect(mappings.every((mapping) => mapping.FunctionResponseTypes[0] === 'ReportBatchItemFailures')).toBe(
      true,
    );
  });

  it('ST-05 allows no wildcard but where the service knows nothing narrower', () => {
    const wild = [...propertiesOf('AWS::IAM::Policy', Policy).values()]
      .filter(({ Roles }) => Roles.some(({ Ref }) => ownRoles().has(Ref)))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
      .filter(({ Action, Resource: resource }) => JSON.stringify([Action, resource]).includes('*'))
      .map(({ Action }) => Action.join());
    expect([...new Set(wild)].sort()).toEqual(
      [
        'bedrock:InvokeModel',
        's3:DeleteObject,s3:PutObject',
        's3:GetObject',
        'scheduler:CreateSchedule,scheduler:DeleteSchedule,scheduler:GetSchedule,scheduler:UpdateSchedule',
        'scheduler:ListSchedules,xray:PutTelemetryRecords,xray:PutTraceSegments',
        'xray:PutTelemetryRecords,xray:PutTraceSegments',
      ].filter((actions) => stack.text.includes(actions.split(',')[0] ?? '')),
    );
  });

  it('ST-05 lets nobody scan the table', () => {
    expect(stack.text).not.toContain('dynamodb:Scan');
  });

  it('ST-05 gives each function a role of its own', () => {
    expect(ownRoles().size).toBe(ownFunctions().length);
  });

  it('ST-03 serves every endpoint of the contract, and nothing else', () => {
    const [api] = Object.values(stack.ofType('AWS::ApiGateway::RestApi'));
    const { paths } = z
      .object({ Body: z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.json())) }) })
      .parse(api?.Properties).Body;
    const served = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(served.sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('ST-01 has a function for every resource of the API', () => {
    const names = ownFunctions().map(([, { FunctionName }]) => FunctionName);
    for (const { resource } of endpoints) expect(names).toContain(`earshot-dev-api-${resource}`);
  });

  it('ST-01 keeps logs for a stated time', () => {
    const retentions = Object.values(stack.ofType('AWS::Logs::LogGroup')).map(
      ({ Properties }) => Properties['RetentionInDays'],
    );
    expect(retentions.length).toBeGreaterThan(ownFunctions().length);
    expect(new Set(retentions)).toEqual(new Set([30]));
  });

  it('ST-01 runs its functions on Node 24', () => {
    expect(new Set(ownFunctions().map(([, { Runtime }]) => Runtime))).toEqual(new Set(['nodejs24.x']));
  });

  it('ST-01 raises an alarm on every dead-letter queue, and on errors and throttling of every function', () => {
    const alarms = Object.values(stack.ofType('AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties['AlarmName'],
    );
    const functions = ownFunctions().flatMap(([, { FunctionName }]) => [
      `${FunctionName}-errors`,
      `${FunctionName}-throttles`,
    ]);
    const queues = QueueNames.map((name) => `earshot-dev-${name}-dead-letters`);
    const others = ['undelivered', 'replies-late', 'api-failures', 'changes-late'].map(
      (name) => `earshot-dev-${name}`,
    );
    expect(new Set(alarms)).toEqual(new Set([...functions, ...queues, ...others]));
  });

  it('ST-01 has the table that the stores expect, with its indexes, stream and backups', () => {
    const [table] = Object.values(stack.ofType('AWS::DynamoDB::Table'));
    expect(table?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [{ IndexName: InboxIndex }, { IndexName: DueIndex }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  it('CM-11 PM-06 runs every scheduled job of the contract in its time zone', () => {
    const schedules = Object.values(stack.ofType('AWS::Scheduler::Schedule')).map(({ Properties }) => ({
      name: Properties['Name'],
      expression: Properties['ScheduleExpression'],
      timeZone: Properties['ScheduleExpressionTimezone'],
    }));
    expect(schedules).toEqual(
      Object.entries(Schedules).map(([name, schedule]) => ({ name: `earshot-dev-${name}`, ...schedule })),
    );
  });
});
