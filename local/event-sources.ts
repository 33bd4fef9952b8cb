import { join } from 'node:path';
import type { CloudServices } from './cloud-services.ts';
import { matchesEventPattern } from './events/event-pattern.ts';
import { type EventRule, readEventRules } from './events/event-rules.ts';
import { type EventSourceMapping, type Poller, readMappings } from './events/mapping.ts';
import { startQueuePoller } from './events/queue-poller.ts';
import { ScheduleRunner } from './events/schedule-runner.ts';
import { startStreamPoller } from './events/stream-poller.ts';
import type { FunctionFleet } from './functions/fleet.ts';
import type { Grants } from './iam/grants.ts';
import { ownRequest, readBody } from './services/forward.ts';
import type { ScheduleRecord } from './services/schedule-record.ts';
import type { Resolver } from './template/resolve.ts';
import type { JsonObject, SynthesizedStack } from './template/template.ts';

export interface EventSources {
  schedules: ScheduleRunner;
  stop(): void;
}

export interface EventSourcesOptions {
  stack: SynthesizedStack;
  resolver: Resolver;
  services: CloudServices;
  fleet: FunctionFleet;
  grants: Grants;
  region: string;
  positionsDir: string;
  report(line: string): void;
}

/** Starts everything that wakes functions without a request: queues, the table's stream, schedules. */
export function startEventSources(options: EventSourcesOptions): EventSources {
  const { stack, resolver, services } = options;
  const pollers = readMappings(stack.template, resolver).map((mapping) => startPoller(options, mapping));
  const schedules = new ScheduleRunner({
    schedules: services.scheduler.schedules,
    onChange: services.scheduler.onChange,
    removeSchedule: services.scheduler.removeSchedule,
    deliver: (schedule, payload) => deliver(options, schedule, payload),
    now: Date.now,
    report: options.report,
  });
  const rules = readEventRules(stack.template, resolver);
  services.ses.onEvent((event) => void publish(options, rules, event));
  return {
    schedules,
    stop() {
      schedules.stop();
      for (const poller of pollers) poller.stop();
    },
  };
}

function startPoller(options: EventSourcesOptions, mapping: EventSourceMapping): Poller {
  const { fleet, region, report } = options;
  requireAccess(options, mapping);
  const consumer = fleet.get(mapping.functionName);
  const common = { mapping, consumer, region, report };
  const [, , service, , , resource = ''] = mapping.sourceArn.split(':');
  if (service === 'sqs') {
    return startQueuePoller({
      ...common,
      queueUrl: queueUrlOf(options, mapping.sourceArn),
      call: callQueues(options),
    });
  }
  if (service !== 'dynamodb')
    throw new Error(`${mapping.logicalId}: ${mapping.sourceArn} is no event source here.`);
  const [, tableName = ''] = resource.split('/');
  const { onFailureQueueArn } = mapping;
  return startStreamPoller({
    ...common,
    tableName,
    positionFile: join(options.positionsDir, mapping.logicalId),
    call: options.services.dynamo.call,
    sendFailure: async (description) => {
      if (onFailureQueueArn) await sendMessage(options, onFailureQueueArn, JSON.stringify(description));
    },
  });
}

/** What Lambda needs in the name of the function's role; on AWS the mapping could not be created without it. */
function requireAccess({ fleet, grants }: EventSourcesOptions, mapping: EventSourceMapping): void {
  const { roleArn, name } = fleet.get(mapping.functionName).definition;
  const { sourceArn, onFailureQueueArn } = mapping;
  const { needed, used } = sourceArn.includes(':sqs:') ? queueActions : streamActions;
  const on = (resource: string) => (action: string) => ({ action, resources: [resource] });
  const required = needed.map(on(sourceArn));
  if (onFailureQueueArn) required.push(on(onFailureQueueArn)('sqs:SendMessage'));
  const refusal = grants.check(roleArn, name, required);
  if (refusal) throw new Error(`${mapping.logicalId}: ${refusal}`);
  for (const access of used.map(on(onFailureQueueArn ?? sourceArn))) grants.check(roleArn, name, [access]);
}

/** Needed are those that AWS asks for; CDK grants the others too, for AWS to use. */
const queueActions = {
  needed: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  used: ['sqs:ChangeMessageVisibility', 'sqs:GetQueueUrl'],
};
const streamActions = {
  needed: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  used: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
};

/** Every target of every rule that the event matches gets it. */
async function publish(
  options: EventSourcesOptions,
  rules: readonly EventRule[],
  event: JsonObject,
): Promise<void> {
  for (const { logicalId, targetArns } of rules.filter(({ pattern }) =>
    matchesEventPattern(pattern, event),
  )) {
    try {
      for (const arn of targetArns) await sendMessage(options, arn, JSON.stringify(event));
    } catch (error) {
      options.report(`${logicalId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function deliver(
  options: EventSourcesOptions,
  schedule: ScheduleRecord,
  payload: string,
): Promise<void> {
  const { Arn, RoleArn } = schedule.Target;
  const isFunction = Arn.startsWith('arn:aws:lambda:');
  const action = isFunction ? 'lambda:InvokeFunction' : 'sqs:SendMessage';
  const refusal = options.grants.check(RoleArn, `schedule ${schedule.Name}`, [{ action, resources: [Arn] }]);
  if (refusal) throw new Error(refusal);
  if (isFunction) await options.fleet.get(Arn).invoke(JSON.parse(payload));
  else await sendMessage(options, Arn, payload);
}

async function sendMessage(options: EventSourcesOptions, queueArn: string, body: string): Promise<void> {
  await callQueues(options)('SendMessage', { QueueUrl: queueUrlOf(options, queueArn), MessageBody: body });
}

function queueUrlOf({ stack, resolver }: EventSourcesOptions, arn: string): string {
  for (const [logicalId, { Type }] of Object.entries(stack.template.Resources)) {
    if (Type !== 'AWS::SQS::Queue') continue;
    const { ref, attributes } = resolver.identityOf(logicalId);
    if (attributes['Arn'] === arn) return ref;
  }
  throw new Error(`The stack has no queue ${arn}.`);
}

function callQueues({ services, region }: EventSourcesOptions) {
  return async (action: string, input: Record<string, unknown>): Promise<unknown> => {
    const answer = await services.queues.handle(ownRequest('sqs', region, `AmazonSQS.${action}`, input));
    const text = (await readBody(answer)).toString('utf8');
    if (answer.status !== 200) throw new Error(`${action}: ${text}`);
    return text ? JSON.parse(text) : {};
  };
}
