import * as z from 'zod';
import type { Access, AwsRequest, LocalService } from '../service.ts';
import { AwsError } from './protocols/aws-error.ts';
import { jsonBody } from './protocols/json-protocol.ts';
import { answerRest, restError, segments } from './protocols/rest-json-protocol.ts';
import type { ScheduleRecord } from './schedule-record.ts';
import { ScheduleStore } from './scheduler/schedule-store.ts';
import type { ServiceOptions } from './service-options.ts';

export interface SchedulerService extends LocalService {
  /** Every schedule, of the template and of the API. The service keeps them; the runner fires them. */
  schedules(): ScheduleRecord[];
  onChange(listener: () => void): void;
  /** Takes an `AWS::Scheduler::Schedule` of the template. */
  declareSchedule(properties: unknown): ScheduleRecord;
  createGroup(name: string): void;
  /** What the runner does after the last firing when `ActionAfterCompletion` says DELETE. */
  removeSchedule(schedule: ScheduleRecord): void;
}

/** EventBridge Scheduler: schedules and their groups. */
export function startScheduler(options: ServiceOptions): SchedulerService {
  const store = new ScheduleStore(options);
  return {
    names: ['scheduler'],
    access: (request) => schedulerAccess(request, store),
    handle: (request) =>
      answerRest(() => {
        const [collection] = segments(request);
        if (collection === 'schedules') return answerSchedules(request, store);
        if (collection === 'schedule-groups') return answerGroups(request, store);
        throw new AwsError(
          'UnknownOperationException',
          `The local cloud does not know ${request.path}.`,
          404,
        );
      }),
    deny: (message) => restError(new AwsError('AccessDeniedException', message, 403)),
    schedules: () => store.all(),
    onChange: (listener) => store.onChange(listener),
    declareSchedule: (properties) => store.declare(properties),
    createGroup: (name) => store.createGroup(name),
    removeSchedule: ({ GroupName, Name }) => store.remove(GroupName, Name),
    close: async () => {},
  };
}

const Body = z.object({ ClientToken: z.string().optional(), GroupName: z.string().optional() }).loose();

function answerSchedules(request: AwsRequest, store: ScheduleStore): unknown {
  const [, Name] = segments(request);
  if (Name === undefined) return { Schedules: listed(request.query, store) };
  const group = request.query.get('groupName') ?? 'default';
  switch (request.method) {
    case 'POST': {
      const { ClientToken, ...input } = Body.parse(jsonBody(request));
      return { ScheduleArn: store.create({ ...input, Name }, ClientToken).Arn };
    }
    case 'PUT':
      return { ScheduleArn: store.update({ ...Body.parse(jsonBody(request)), Name }).Arn };
    case 'DELETE':
      return store.remove(group, Name);
    default: {
      const { createdBy: _internal, ...schedule } = store.find(group, Name);
      return schedule;
    }
  }
}

function listed(query: URLSearchParams, store: ScheduleStore) {
  const group = query.get('ScheduleGroup');
  const state = query.get('State');
  return store
    .all()
    .filter((schedule) => group === null || schedule.GroupName === group)
    .filter((schedule) => state === null || schedule.State === state)
    .filter((schedule) => schedule.Name.startsWith(query.get('NamePrefix') ?? ''))
    .map(({ Arn, Name, GroupName, State, CreationDate, LastModificationDate, Target }) => {
      return { Arn, Name, GroupName, State, CreationDate, LastModificationDate, Target: { Arn: Target.Arn } };
    });
}

function answerGroups(request: AwsRequest, store: ScheduleStore): unknown {
  const [, Name] = segments(request);
  const described = (name: string) => ({ Name: name, Arn: groupArn(name, store), State: 'ACTIVE' });
  if (Name === undefined) return { ScheduleGroups: store.groups().map(described) };
  if (request.method === 'DELETE') return store.removeGroup(Name);
  if (request.method === 'POST') {
    if (store.groups().includes(Name))
      throw new AwsError('ConflictException', `Schedule group ${Name} already exists.`, 409);
    store.createGroup(Name);
    return { ScheduleGroupArn: groupArn(Name, store) };
  }
  store.requireGroup(Name);
  return described(Name);
}

const Verbs: Record<string, string> = { POST: 'Create', PUT: 'Update', DELETE: 'Delete' };

function schedulerAccess(request: AwsRequest, store: ScheduleStore): Access[] {
  const [collection, name] = segments(request);
  const kind = collection === 'schedule-groups' ? 'ScheduleGroup' : 'Schedule';
  if (name === undefined) return [{ action: `scheduler:List${kind}s`, resources: ['*'] }];
  const action = `scheduler:${Verbs[request.method] ?? 'Get'}${kind}`;
  if (kind === 'ScheduleGroup') return [{ action, resources: [groupArn(name, store)] }];
  const body = z
    .object({
      GroupName: z.string().optional(),
      Target: z.object({ RoleArn: z.string().optional() }).optional(),
    })
    .parse(jsonBody(request));
  const group = body.GroupName ?? request.query.get('groupName') ?? 'default';
  const own = { action, resources: [store.arnOf(group, name)] };
  // A schedule acts with a role: who makes one must be allowed to hand that role over.
  const role = body.Target?.RoleArn;
  return role === undefined ? [own] : [own, { action: 'iam:PassRole', resources: [role] }];
}

function groupArn(name: string, store: ScheduleStore): string {
  return store.arnOf(name, '').replace(':schedule/', ':schedule-group/').slice(0, -1);
}
