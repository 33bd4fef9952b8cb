import type { Instant } from '../kernel/time.ts';
import type { Day } from '../kernel/zoned-time.ts';
import type { Organization } from '../organizations/organization.ts';
import type { Value } from './report-document.ts';
import type { Period } from './report-period.ts';

/** Writes numbers and days as readers of a language and country are used to. */
export interface ReportFormat {
  /** The BCP 47 tag, also the language of the document. */
  locale: string;
  count(value: number): string;
  /** With one digit after the point at most. */
  decimal(value: number): string;
  share(value: number): string;
  period(period: Period): string;
  /** Short, for the foot of a chart, e.g. `Mon 9`. */
  day(day: Day): string;
  /** The date by itself, e.g. `9 Nov 2026`. */
  date(day: Day): string;
  /** Day and time in a zone, e.g. `9 Nov 2026, 08:00`. */
  moment(instant: Instant, timeZone: string): string;
  /** In the two largest units, e.g. `2 hr 5 min`. */
  duration(seconds: number): string;
  value(value: Value): string;
}

export function reportFormat({
  language,
  country,
}: Pick<Organization, 'language' | 'country'>): ReportFormat {
  const locale = localeOf(language, country);
  const counts = new Intl.NumberFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // Days of a calendar belong to no zone: they are formatted in the one that they are written in here.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  // In pt-PT even the short weekdays are whole words, too long for a chart.
  const days = new Intl.DateTimeFormat(language === 'pt' ? 'pt-BR' : locale, {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const shortDates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const format: Omit<ReportFormat, 'value'> = {
    locale,
    count: (value) => counts.format(value),
    decimal: (value) => decimals.format(value),
    share: (value) => shares.format(value),
    date: (day) => shortDates.format(Date.parse(day)),
    moment: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        Date.parse(instant),
      ),
    duration: (seconds) => durationText(locale, seconds),
    period: ({ from, to }) =>
      from === to ? dates.format(Date.parse(from)) : dates.formatRange(Date.parse(from), Date.parse(to)),
    day: (day) => days.format(Date.parse(day)),
  };
  return { ...format, value: (value) => valueText(format, value) };
}

/** What is not known is a dash. */
function valueText(format: Omit<ReportFormat, 'value'>, value: Value): string {
  if (value.kind === 'text') return value.text;
  if (value.value === null) return '–';
  if (value.kind === 'day') return format.date(value.value);
  return format[value.kind](value.value);
}

const Units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

function durationText(locale: string, seconds: number): string {
  const largest = Units.findIndex(([, length]) => seconds >= length);
  const [unit, length] = Units[largest] ?? ['second', 1];
  const [nextUnit, nextLength] = Units[largest + 1] ?? [undefined, 1];
  const whole = Math.floor(seconds / length);
  const rest = Math.floor((seconds - whole * length) / nextLength);
  const named = (amount: number, of: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: of, unitDisplay: 'short' }).format(amount);
  return nextUnit && rest > 0 ? `${named(whole, unit)} ${named(rest, nextUnit)}` : named(whole, unit);
}

function localeOf(language: Organization['language'], country: string): string {
  if (language === 'pt') return country === 'BR' ? 'pt-BR' : 'pt-PT';
  if (language === 'de') return country === 'AT' || country === 'CH' ? `de-${country}` : 'de-DE';
  return country === 'US' ? 'en-US' : 'en-GB';
}
