import {
  epochMilliseconds,
  type Instant,
  MillisecondsPerDay,
  MillisecondsPerSecond,
  toInstant,
} from './time.ts';

/** A day of a calendar, e.g. `2026-11-20`; sorts as text. */
export type Day = string;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What a wall clock in the zone shows, read as if it were UTC. */
function wallClock(epoch: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(epoch);
  const [year, month, day, hour, minute, second] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function offsetAt(epoch: number, timeZone: string): number {
  const wholeSeconds = Math.floor(epoch / MillisecondsPerSecond) * MillisecondsPerSecond;
  return wallClock(wholeSeconds, timeZone) - wholeSeconds;
}

/** The day that a wall calendar in the zone shows at an instant. */
export function dayIn(timeZone: string, instant: Instant): Day {
  return toInstant(wallClock(epochMilliseconds(instant), timeZone)).slice(0, 10);
}

/** The time that a wall clock in the zone shows at an instant, e.g. `08:00`. */
export function timeIn(timeZone: string, instant: Instant): string {
  return toInstant(wallClock(epochMilliseconds(instant), timeZone)).slice(11, 16);
}

/**
 * The instant at which a wall clock in the zone shows a time: the first of two where the clocks are set back,
 * and the first valid instant after the gap where they are set forward (RP-01).
 */
export function instantIn(timeZone: string, day: Day, time: string): Instant {
  const wall = Date.parse(`${day}T${time}:00.000Z`);
  const before = offsetAt(wall - MillisecondsPerDay, timeZone);
  const after = offsetAt(wall + MillisecondsPerDay, timeZone);
  const candidates = [wall - Math.max(before, after), wall - Math.min(before, after)];
  const exact = candidates.find((candidate) => candidate + offsetAt(candidate, timeZone) === wall);
  return toInstant(exact ?? changeOfOffset(candidates[0] ?? wall, candidates[1] ?? wall, timeZone));
}

/**
 * The time during which a wall clock in the zone shows something from one time until before another:
 * nothing of an hour that the clocks skip, and both of one that they show twice.
 */
export function spansOnWallClock(
  timeZone: string,
  from: { day: Day; time: string },
  until: { day: Day; time: string },
): { from: Instant; until: Instant }[] {
  const [start, end] = [from, until].map(({ day, time }) => Date.parse(`${day}T${time}:00.000Z`));
  if (start === undefined || end === undefined) return [];
  // No zone is a day from UTC: certainly before the one, and certainly after the other.
  const [early, late] = [start - MillisecondsPerDay, end + MillisecondsPerDay];
  const before = offsetAt(early, timeZone);
  const after = offsetAt(late, timeZone);
  if (before === after) return [{ from: toInstant(start - before), until: toInstant(end - before) }];
  const change = changeOfOffset(early, late, timeZone);
  const spans = [
    { from: start - before, until: Math.min(end - before, change) },
    { from: Math.max(start - after, change), until: end - after },
  ];
  return joined(spans.filter((span) => span.from < span.until)).map((span) => ({
    from: toInstant(span.from),
    until: toInstant(span.until),
  }));
}

/** Two spans that touch are one: the clocks were changed in its middle. */
function joined(spans: { from: number; until: number }[]): { from: number; until: number }[] {
  const [first, second] = spans;
  return first && second && first.until === second.from ? [{ from: first.from, until: second.until }] : spans;
}

/** The second at which the zone's offset changes between two instants. */
function changeOfOffset(from: number, until: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone);
  let [low, high] = [from, until];
  while (high - low > MillisecondsPerSecond) {
    const middle = Math.floor((low + high) / 2 / MillisecondsPerSecond) * MillisecondsPerSecond;
    if (offsetAt(middle, timeZone) === offset) low = middle;
    else high = middle;
  }
  return high;
}

export function addDays(day: Day, days: number): Day {
  return toInstant(Date.parse(day) + days * MillisecondsPerDay).slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MillisecondsPerDay);
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

/** The same day of the month some months later; only for days that every month has (1 to 28). */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return toInstant(Date.UTC(year, month - 1 + months, date)).slice(0, 10);
}
