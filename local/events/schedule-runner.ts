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

export interface ScheduleRunner {
  planned(): PlannedSchedule[];
  /** Fires a schedule now, with the current time as the scheduled one. Answers false when there is none. */
  fire(name: string): Promise<boolean>;
  stop(): void;
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

/** Fires schedules while it runs. What would have fired while nothing ran is not made up for. */
export function startScheduleRunner(options: ScheduleRunnerOptions): ScheduleRunner {
  const plans = new Map<string, Plan>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function refresh(): void {
    const current = options.schedules();
    const arns = new Set(current.map(({ Arn }) => Arn));
    for (const arn of plans.keys()) if (!arns.has(arn)) plans.delete(arn);
    for (const schedule of current) {
      if (plans.get(schedule.Arn)?.schedule !== schedule)
        plans.set(schedule.Arn, planOf(schedule, options.now()));
    }
    wait();
  }

  function wait(): void {
    clearTimeout(timer);
    if (stopped) return;
    const next = Math.min(...[...plans.values()].map((plan) => plan.next ?? Number.POSITIVE_INFINITY));
    const delay = Math.min(Math.max(0, next - options.now()), LongestWaitMilliseconds);
    timer = setTimeout(fireDue, delay);
  }

  function fireDue(): void {
    for (const plan of [...plans.values()]) {
      if (plan.next === undefined || plan.next > options.now()) continue;
      const scheduledAt = plan.next;
      plan.next = within(plan.schedule, plan.nextAfter(scheduledAt));
      void deliver(plan.schedule, scheduledAt);
      if (plan.next === undefined && plan.schedule.ActionAfterCompletion === 'DELETE') {
        options.removeSchedule(plan.schedule);
      }
    }
    wait();
  }

  async function deliver(schedule: ScheduleRecord, scheduledAt: number): Promise<void> {
    try {
      await options.deliver(schedule, inputOf(schedule, scheduledAt));
    } catch (error) {
      options.report(`schedule ${schedule.Name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  options.onChange(refresh);
  refresh();
  return {
    planned: () =>
      [...plans.values()].map(({ schedule, next }) => ({
        name: schedule.Name,
        group: schedule.GroupName,
        expression: schedule.ScheduleExpression,
        timeZone: schedule.ScheduleExpressionTimezone,
        state: schedule.State,
        nextFiring: next === undefined ? null : new Date(next).toISOString(),
      })),
    async fire(name) {
      const plan = [...plans.values()].find(({ schedule }) => schedule.Name === name);
      if (plan) await deliver(plan.schedule, options.now());
      return plan !== undefined;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function planOf(schedule: ScheduleRecord, now: number): Plan {
  const { ScheduleExpression, ScheduleExpressionTimezone, StartDate, CreationDate } = schedule;
  const since = (StartDate ?? CreationDate) * 1000;
  const nextAfter = parseScheduleExpression(ScheduleExpression, ScheduleExpressionTimezone, since);
  const after = Math.max(now, (StartDate ?? 0) * 1000 - 1);
  const next = schedule.State === 'ENABLED' ? within(schedule, nextAfter(after)) : undefined;
  return { schedule, next, nextAfter };
}

function within({ EndDate }: ScheduleRecord, firing: number | undefined): number | undefined {
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
