/** A wall clock's reading in a time zone; months count from 1. */
export interface LocalDay {
  year: number;
  month: number;
  day: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall clock's reading as if it were UTC, in milliseconds. */
function readingAt(timeZone: string, instant: number): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function localDayAt(timeZone: string, instant: number): LocalDay {
  const reading = new Date(readingAt(timeZone, instant));
  return { year: reading.getUTCFullYear(), month: reading.getUTCMonth() + 1, day: reading.getUTCDate() };
}

/**
 * The instant at which the clock first shows this time. A time that the clocks skip does not exist and answers
 * undefined; of one that they show twice, the first counts. So EventBridge Scheduler does it.
 */
export function instantOf(timeZone: string, { year, month, day }: LocalDay, hour: number, minute: number) {
  const reading = Date.UTC(year, month - 1, day, hour, minute);
  const halfDay = 12 * 60 * 60_000;
  const offsets = [reading - halfDay, reading + halfDay].map(
    (instant) => readingAt(timeZone, instant) - instant,
  );
  const instants = offsets
    .map((offset) => reading - offset)
    .filter((one) => readingAt(timeZone, one) === reading);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
