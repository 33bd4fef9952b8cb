const MillisecondsPerDay = 86_400_000;

/** Today and as many days before it as make up the period, as days of this time zone. */
export function lastDays(count: number, now: number, timeZone: string): { from: string; to: string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return { from: day.format(now - (count - 1) * MillisecondsPerDay), to: day.format(now) };
}
