import { join } from 'node:path';
import * as z from 'zod';
import { parseScheduleExpression } from '../../events/schedule-expression.ts';
import { AwsError } from '../protocols/aws-error.ts';
import { ScheduleDefinition, ScheduleRecord } from '../schedule-record.ts';
import type { ServiceOptions } from '../service-options.ts';
import { openStateFile, type StateFile } from '../state-file.ts';

const State = z.object({ groups: z.array(z.string()), schedules: z.record(z.string(), ScheduleRecord) });

/** Schedules by `group/name`: those of the template live as long as the process, those of the API are kept. */
export class ScheduleStore {
  readonly #options: ServiceOptions;
  readonly #file: StateFile<z.output<typeof State>>;
  readonly #declared = new Map<string, ScheduleRecord>();
  readonly #listeners: (() => void)[] = [];

  constructor(options: ServiceOptions) {
    this.#options = options;
    const path = join(options.stateDir, 'schedules.json');
    this.#file = openStateFile(path, State, { groups: ['default'], schedules: {} });
  }

  arnOf(group: string, name: string): string {
    const { region, account } = this.#options;
    return `arn:aws:scheduler:${region}:${account}:schedule/${group}/${name}`;
  }

  all(): ScheduleRecord[] {
    return [...this.#declared.values(), ...Object.values(this.#file.state.schedules)];
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  find(group: string, name: string): ScheduleRecord {
    const found = this.#look(`${group}/${name}`);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
  }

  declare(input: unknown): ScheduleRecord {
    const declared = this.#record(this.#parse(input));
    this.#declared.set(keyOf(declared), declared);
    this.#changed();
    return declared;
  }

  create(input: unknown, token: string | undefined): ScheduleRecord {
    const definition = this.#parse(input);
    const request = JSON.stringify(definition);
    const existing = this.#look(keyOf(definition));
    if (existing?.createdBy && existing.createdBy.token === token && existing.createdBy.request === request)
      return existing;
    if (existing) throw new AwsError('ConflictException', `Schedule ${definition.Name} already exists.`, 409);
    return this.#keep({ ...this.#record(definition), ...(token && { createdBy: { token, request } }) });
  }

  /** Replaces the whole schedule: what the request leaves out goes back to its default. */
  update(input: unknown): ScheduleRecord {
    const definition = this.#parse(input);
    const { CreationDate } = this.find(definition.GroupName, definition.Name);
    return this.#keep({ ...this.#record(definition), CreationDate });
  }

  remove(group: string, name: string): void {
    const key = keyOf(this.find(group, name));
    delete this.#file.state.schedules[key];
    this.#declared.delete(key);
    this.#changed();
  }

  groups(): readonly string[] {
    return this.#file.state.groups;
  }

  createGroup(name: string): void {
    const { groups } = this.#file.state;
    if (!groups.includes(name)) groups.push(name);
    this.#file.save();
  }

  removeGroup(name: string): void {
    this.requireGroup(name);
    const { state } = this.#file;
    state.groups = state.groups.filter((group) => group !== name);
    for (const schedule of Object.values(state.schedules)) {
      if (schedule.GroupName === name) delete state.schedules[keyOf(schedule)];
    }
    this.#changed();
  }

  requireGroup(name: string): void {
    if (this.groups().includes(name)) return;
    throw new AwsError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
  }

  #parse(input: unknown): ScheduleDefinition {
    const definition = ScheduleDefinition.parse(input);
    this.requireGroup(definition.GroupName);
    try {
      parseScheduleExpression(definition.ScheduleExpression, definition.ScheduleExpressionTimezone, 0);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AwsError(
        'ValidationException',
        `Invalid Schedule Expression ${definition.ScheduleExpression}. ${reason}`,
      );
    }
    return definition;
  }

  #record(definition: ScheduleDefinition): ScheduleRecord {
    const now = Date.now() / 1_000;
    const Arn = this.arnOf(definition.GroupName, definition.Name);
    return { ...definition, Arn, CreationDate: now, LastModificationDate: now };
  }

  #look(key: string): ScheduleRecord | undefined {
    return this.#file.state.schedules[key] ?? this.#declared.get(key);
  }

  #keep(record: ScheduleRecord): ScheduleRecord {
    this.#file.state.schedules[keyOf(record)] = record;
    this.#changed();
    return record;
  }

  #changed(): void {
    this.#file.save();
    for (const listener of this.#listeners) listener();
  }
}

function keyOf({ GroupName, Name }: Pick<ScheduleDefinition, 'GroupName' | 'Name'>): string {
  return `${GroupName}/${Name}`;
}
