/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-20T15:00:00.000Z`; sorts as text. */
export type Instant = string;

export const MillisecondsPerSecond = 1_000;
export const MillisecondsPerMinute = 60 * MillisecondsPerSecond;
export const MillisecondsPerHour = 60 * MillisecondsPerMinute;
export const MillisecondsPerDay = 24 * MillisecondsPerHour;

/** Core never reads the machine's clock: whoever calls it brings one. */
export interface Clock {
  now(): Instant;
}

export function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

export function epochMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return toInstant(epochMilliseconds(instant) + milliseconds);
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return addMilliseconds(instant, seconds * MillisecondsPerSecond);
}

export function millisecondsBetween(from: Instant, to: Instant): number {
  return epochMilliseconds(to) - epochMilliseconds(from);
}

/** The earliest of some instants; as text they sort by time. */
export function earliest(first: Instant, ...others: Instant[]): Instant {
  return [first, ...others].sort()[0] ?? first;
}

/** The latest of some instants. */
export function latest(first: Instant, ...others: Instant[]): Instant {
  return [first, ...others].sort().at(-1) ?? first;
}

/** Whole seconds since 1970, the unit of DynamoDB's TTL attribute. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(epochMilliseconds(instant) / MillisecondsPerSecond);
}
