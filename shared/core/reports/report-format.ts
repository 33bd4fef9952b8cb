import type { Organization } from '../organizations/organization.ts';
import type { Period } from './report-period.ts';
import type { Day } from './zoned-time.ts';

/** Writes numbers and days as readers of a language and country are used to. */
export interface ReportFormat {
  /** The BCP 47 tag, also the language of the document. */
  locale: string;
  count(value: number): string;
  share(value: number): string;
  period(period: Period): string;
  /** Short, for the foot of a chart, e.g. `Mon 9`. */
  day(day: Day): string;
}

export function reportFormat({
  language,
  country,
}: Pick<Organization, 'language' | 'country'>): ReportFormat {
  const locale = localeOf(language, country);
  const counts = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  // Days of a calendar belong to no zone: they are formatted in the one that they are written in here.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  // In pt-PT even the short weekdays are whole words, too long for a chart.
  const days = new Intl.DateTimeFormat(language === 'pt' ? 'pt-BR' : locale, {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return {
    locale,
    count: (value) => counts.format(value),
    share: (value) => shares.format(value),
    period: ({ from, to }) =>
      from === to ? dates.format(Date.parse(from)) : dates.formatRange(Date.parse(from), Date.parse(to)),
    day: (day) => days.format(Date.parse(day)),
  };
}

function localeOf(language: Organization['language'], country: string): string {
  if (language === 'pt') return country === 'BR' ? 'pt-BR' : 'pt-PT';
  if (language === 'de') return country === 'AT' || country === 'CH' ? `de-${country}` : 'de-DE';
  return country === 'US' ? 'en-US' : 'en-GB';
}
