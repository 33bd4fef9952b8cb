import type { LocalDay } from './local-time.ts';

/** The six fields of `cron(minute hour day-of-month month day-of-week year)`. */
export interface CronFields {
  minutes: number[];
  hours: number[];
  years: ReadonlySet<number>;
  matchesDay(day: LocalDay): boolean;
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FirstYear = 1970;
const LastYear = 2199;

/** Reads an AWS cron expression; throws where AWS would refuse it. */
export function parseCron(expression: string): CronFields {
  const fields = expression.trim().split(/\s+/);
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if (fields.length !== 6) throw new Error(`cron(${expression}) must have six fields.`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new Error(`cron(${expression}) must have ? in either the day-of-month or the day-of-week field.`);
  }
  const months = numbers(month, 1, 12, monthNames);
  const matchesDate = dayOfWeek === '?' ? dayOfMonthRule(dayOfMonth) : dayOfWeekRule(dayOfWeek);
  return {
    minutes: [...numbers(minute, 0, 59)].sort((one, other) => one - other),
    hours: [...numbers(hour, 0, 23)].sort((one, other) => one - other),
    years: numbers(year, FirstYear, LastYear),
    matchesDay: (day) => months.has(day.month) && matchesDate(day),
  };
}

/** `*`, `5`, `1-5`, `0/15`, `1-10/2`, names, and lists of these. */
function numbers(
  field: string,
  from: number,
  to: number,
  names: readonly string[] = [],
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [first, last] = range === '*' ? [String(from), String(to)] : range.split('-');
    const start = number(first, from, to, names);
    const end = last === undefined ? (step === undefined ? start : to) : number(last, from, to, names);
    const stride = step === undefined ? 1 : number(step, 1, to, []);
    for (let value = start; value <= end; value += stride) found.add(value);
  }
  return found;
}

function number(text: string | undefined, from: number, to: number, names: readonly string[]): number {
  const named = names.indexOf(text?.toUpperCase() ?? '');
  const value = named >= 0 ? named + from : Number(text || Number.NaN);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new Error(`${text} is not a number from ${from} to ${to}.`);
  return value;
}

function dayOfMonthRule(field: string): (day: LocalDay) => boolean {
  if (field === 'L') return (day) => day.day === daysIn(day);
  if (field.endsWith('W')) {
    const wanted = number(field.slice(0, -1), 1, 31, []);
    return (day) => wanted <= daysIn(day) && day.day === nearestWeekday(day, wanted);
  }
  const days = numbers(field, 1, 31);
  return ({ day }) => days.has(day);
}

/** Weekdays count from 1, Sunday. */
function dayOfWeekRule(field: string): (day: LocalDay) => boolean {
  const nth = /^(\w+)#([1-5])$/.exec(field);
  if (nth) {
    const weekday = number(nth[1], 1, 7, weekdayNames);
    return (day) => weekdayOf(day) === weekday && Math.ceil(day.day / 7) === Number(nth[2]);
  }
  if (/^\w+L$/i.test(field)) {
    const weekday = number(field.slice(0, -1), 1, 7, weekdayNames);
    return (day) => weekdayOf(day) === weekday && day.day + 7 > daysIn(day);
  }
  const weekdays = field === 'L' ? new Set([7]) : numbers(field, 1, 7, weekdayNames);
  return (day) => weekdays.has(weekdayOf(day));
}

function weekdayOf({ year, month, day }: LocalDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function daysIn({ year, month }: LocalDay): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The working day nearest to a date, within its month. */
function nearestWeekday(within: LocalDay, wanted: number): number {
  const weekday = weekdayOf({ ...within, day: wanted });
  if (weekday === 7) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (weekday === 1) return wanted < daysIn(within) ? wanted + 1 : wanted - 2;
  return wanted;
}
