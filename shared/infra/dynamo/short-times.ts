import { epochMilliseconds, toInstant } from '../../core/kernel/time.ts';

/** Begins a time that is written short, and is doubled before a text that begins with it. */
const Mark = '~';
const Radix = 36;
const Instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The times of a value, as milliseconds. */
export function* timesIn(value: unknown): Generator<number> {
  if (typeof value === 'string' && isInstant(value)) yield epochMilliseconds(value);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) yield* timesIn(inner);
}

/** A value as JSON in which each time is the milliseconds since another one. */
export function withShortTimes(value: unknown, base: number): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'string') return inner;
    if (isInstant(inner)) return `${Mark}${(epochMilliseconds(inner) - base).toString(Radix)}`;
    return inner.startsWith(Mark) ? `${Mark}${inner}` : inner;
  });
}

/** The reverse of `withShortTimes`. */
export function withWholeTimes(json: string, base: number): unknown {
  return wholeTimes(JSON.parse(json), base);
}

/** Changes what was parsed in place: every row that is read passes here, and a reviver takes several times as long. */
function wholeTimes(value: unknown, base: number): unknown {
  if (typeof value === 'string') return value.startsWith(Mark) ? wholeTime(value, base) : value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const inner = fields[name];
    if (typeof inner === 'string' || typeof inner === 'object') fields[name] = wholeTimes(inner, base);
  }
  return value;
}

function wholeTime(stored: string, base: number): string {
  const rest = stored.slice(Mark.length);
  return rest.startsWith(Mark) ? rest : toInstant(base + Number.parseInt(rest, Radix));
}

function isInstant(text: string): boolean {
  return Instant.test(text) && !Number.isNaN(Date.parse(text)) && toInstant(Date.parse(text)) === text;
}
