import { randomUUID } from 'node:crypto';
import type { ScheduleRecord } from '../services/schedule-record.ts';
import { type NextFiring, parseScheduleExpression } from './schedule-expression.ts';

export interface PlannedSchedule {
  name: string;
  group: string;
  expression: string;
  timeZone: string;
  state: string;
  /** ISO; null when it will not fire any more. */
  nextFiring: string | null;
}

export interface ScheduleRunnerOptions {
  schedules(): ScheduleRecord[];
  onChange(listener: () => void): void;
  removeSchedule(schedule: ScheduleRecord): void;
  deliver(schedule: ScheduleRecord, payload: string): Promise<void>;
  now(): number;
  report(line: string): void;
}

interface Plan {
  schedule: ScheduleRecord;
  next: number | undefined;
  nextAfter: NextFiring;
}

/** setTimeout takes no more than 2^31 ms; looking once an hour also survives a changed clock. */
const LongestWaitMilliseconds = 3_600_000;

/** Fires schedules until it is stopped. What would have fired while nothing ran is not made up for. */
export class ScheduleRunner {
  readonly #options: ScheduleRunnerOptions;
  readonly #plans = new Map<string, Plan>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: ScheduleRunnerOptions) {
    this.#options = options;
    options.onChange(() => this.#refresh());
    this.#refresh();
  }

  planned(): PlannedSchedule[] {
    return [...this.#plans.values()].map(({ schedule, next }) => ({
      name: schedule.Name,
      group: schedule.GroupName,
      expression: schedule.ScheduleExpression,
      timeZone: schedule.ScheduleExpressionTimezone,
      state: schedule.State,
      nextFiring: next === undefined ? null : new Date(next).toISOString(),
    }));
  }

  /** Fires a schedule now, with the current time as the scheduled one. Answers false when there is none. */
  async fire(name: string): Promise<boolean> {
    const plan = [...this.#plans.values()].find(({ schedule }) => schedule.Name === name);
    if (plan) await this.#deliver(plan.schedule, this.#options.now());
    return plan !== undefined;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #refresh(): void {
    const current = this.#options.schedules();
    const arns = new Set(current.map(({ Arn }) => Arn));
    for (const arn of this.#plans.keys()) if (!arns.has(arn)) this.#plans.delete(arn);
    for (const schedule of current) {
      if (this.#plans.get(schedule.Arn)?.schedule === schedule) continue;
      this.#plans.set(schedule.Arn, planOf(schedule, this.#options.now()));
    }
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const firings = [...this.#plans.values()].map(({ next }) => next ?? Number.POSITIVE_INFINITY);
    const delay = Math.max(0, Math.min(...firings) - this.#options.now());
    this.#timer = setTimeout(() => this.#fireDue(), Math.min(delay, LongestWaitMilliseconds));
  }

  #fireDue(): void {
    for (const plan of [...this.#plans.values()]) {
      const scheduledAt = plan.next;
      if (scheduledAt === undefined || scheduledAt > this.#options.now()) continue;
      plan.next = beforeEnd(plan.schedule, plan.nextAfter(scheduledAt));
      void this.#deliver(plan.schedule, scheduledAt);
      const completed = plan.next === undefined && plan.schedule.ActionAfterCompletion === 'DELETE';
      if (completed) this.#options.removeSchedule(plan.schedule);
    }
    this.#wait();
  }

  async #deliver(schedule: ScheduleRecord, scheduledAt: number): Promise<void> {
    try {
      await this.#options.deliver(schedule, inputOf(schedule, scheduledAt));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.report(`schedule ${schedule.Name}: ${reason}`);
    }
  }
}

function planOf(schedule: ScheduleRecord, now: number): Plan {
  const { ScheduleExpression, ScheduleExpressionTimezone, StartDate, CreationDate } = schedule;
  const since = (StartDate ?? CreationDate) * 1000;
  const nextAfter = parseScheduleExpression(ScheduleExpression, ScheduleExpressionTimezone, since);
  const after = Math.max(now, (StartDate ?? 0) * 1000 - 1);
  const next = schedule.State === 'ENABLED' ? beforeEnd(schedule, nextAfter(after)) : undefined;
  return { schedule, next, nextAfter };
}

function beforeEnd({ EndDate }: ScheduleRecord, firing: number | undefined): number | undefined {
  return firing !== undefined && EndDate !== undefined && firing > EndDate * 1000 ? undefined : firing;
}

/** The target's input with the context attributes filled in; times have no fraction, as AWS writes them. */
function inputOf(schedule: ScheduleRecord, scheduledAt: number): string {
  const attributes: Record<string, string> = {
    'schedule-arn': schedule.Arn,
    'scheduled-time': new Date(scheduledAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  const input = schedule.Target.Input ?? '{}';
  return input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => attributes[name] ?? whole);
}
