import { parseCron } from './cron-fields.ts';
import { instantOf, type LocalDay, localDayAt } from './local-time.ts';

/** Answers the first firing after an instant, both in milliseconds, or undefined when there is none any more. */
export type NextFiring = (after: number) => number | undefined;

const unitMilliseconds: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads `cron(…)`, `rate(…)` or `at(…)` in a time zone. Intervals count from `since`. Croner was tried and not taken:
 * it makes up for local times that the clocks skip, which EventBridge Scheduler leaves out.
 */
export function parseScheduleExpression(expression: string, timeZone: string, since: number): NextFiring {
  const [, kind, argument = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'cron') return cronFiring(argument, timeZone);
  if (kind === 'rate') return rateFiring(argument, since);
  if (kind === 'at') return atFiring(argument, timeZone);
  throw new Error(`${expression} is neither cron(…) nor rate(…) nor at(…).`);
}

function cronFiring(argument: string, timeZone: string): NextFiring {
  const { minutes, hours, years, matchesDay } = parseCron(argument);
  const lastYear = Math.max(...years);
  return (after) => {
    for (let day = localDayAt(timeZone, after); day.year <= lastYear; day = dayAfter(day, years)) {
      if (!years.has(day.year) || !matchesDay(day)) continue;
      const firing = firstAfter(after, day);
      if (firing !== undefined) return firing;
    }
    return undefined;
  };

  // Later wall clock times are later instants, because of a time that is shown twice only the first counts.
  function firstAfter(after: number, day: LocalDay): number | undefined {
    for (const hour of hours) {
      for (const minute of minutes) {
        const instant = instantOf(timeZone, day, hour, minute);
        if (instant !== undefined && instant > after) return instant;
      }
    }
    return undefined;
  }
}

/** Whole years that a schedule leaves out are not walked through day by day. */
function dayAfter({ year, month, day }: LocalDay, years: ReadonlySet<number>): LocalDay {
  if (!years.has(year)) return { year: year + 1, month: 1, day: 1 };
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

function rateFiring(argument: string, since: number): NextFiring {
  const [, count, unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const interval = Number(count) * (unitMilliseconds[unit] ?? 0);
  if (!(interval > 0)) throw new Error(`rate(${argument}) is not a number of minutes, hours or days.`);
  return (after) => since + (Math.floor(Math.max(0, after - since) / interval) + 1) * interval;
}

function atFiring(argument: string, timeZone: string): NextFiring {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/.exec(argument)?.slice(1).map(Number);
  if (!parts) throw new Error(`at(${argument}) is not a local time such as 2026-11-20T15:00:00.`);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const instant = instantOf(timeZone, { year, month, day }, hour, minute);
  const firing = instant === undefined ? undefined : instant + second * 1000;
  return (after) => (firing !== undefined && firing > after ? firing : undefined);
}
