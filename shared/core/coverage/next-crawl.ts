import {
  addMilliseconds,
  epochMilliseconds,
  type Instant,
  MillisecondsPerHour,
  toInstant,
} from '../kernel/time.ts';
import type { CheckFrequency } from '../publications/publication.ts';

/** PM-06: feeds are read when German editorial offices have published, whatever the season. */
const CrawlTimeZone = 'Europe/Berlin';
const CrawlHours: Record<CheckFrequency, readonly number[]> = { daily: [6], twice_daily: [6, 18] };

const localTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: CrawlTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** The first 06:00 (or, for `twice_daily`, 18:00) in Berlin after an instant. */
export function nextCrawlAt(after: Instant, frequency: CheckFrequency): Instant {
  const wholeHour = Math.floor(epochMilliseconds(after) / MillisecondsPerHour) * MillisecondsPerHour;
  // A crawl asks for thousands of feeds in the same hour, and what a time zone says is slow to find out.
  const last = answered[frequency];
  if (last?.wholeHour === wholeHour) return last.next;
  const next = nextAfterHour(wholeHour, CrawlHours[frequency]);
  answered[frequency] = { wholeHour, next };
  return next;
}

const answered: Partial<Record<CheckFrequency, { wholeHour: number; next: Instant }>> = {};

function nextAfterHour(wholeHour: number, hours: readonly number[]): Instant {
  let candidate = addMilliseconds(toInstant(wholeHour), MillisecondsPerHour);
  // Berlin's offset is a whole number of hours, so that its full hours are UTC's; two days hold every crawl hour.
  while (!hours.includes(berlinHour(candidate))) candidate = addMilliseconds(candidate, MillisecondsPerHour);
  return candidate;
}

function berlinHour(instant: Instant): number {
  const hour = localTime.formatToParts(epochMilliseconds(instant)).find((part) => part.type === 'hour');
  return Number(hour?.value);
}
