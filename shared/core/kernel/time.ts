/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-20T15:00:00.000Z`; sorts as text. */
export type Instant = string;

export const MillisecondsPerSecond = 1_000;
export const MillisecondsPerMinute = 60 * MillisecondsPerSecond;
export const MillisecondsPerHour = 60 * MillisecondsPerMinute;
export const MillisecondsPerDay = 24 * MillisecondsPerHour;
export const SecondsPerDay = 86_400;

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

/** The earlier of two instants. */
export function earliest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((earlier, candidate) => (candidate < earlier ? candidate : earlier), first);
}

/** The later of two instants. */
export function latest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((later, candidate) => (candidate > later ? candidate : later), first);
}

/** Whole seconds since 1970, the unit of DynamoDB's TTL attribute. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(epochMilliseconds(instant) / MillisecondsPerSecond);
}
