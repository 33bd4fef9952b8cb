const Second = 1_000;
const Minute = 60 * Second;
const Hour = 60 * Minute;
const Day = 24 * Hour;

/** "5 minutes ago" within a week, "in 20 seconds" ahead, the date beyond. */
export function relativeTime(at: string, now: number, language: string): string {
  const difference = Date.parse(at) - now;
  const distance = Math.abs(difference);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  if (distance < Minute) return format.format(Math.max(0, Math.ceil(difference / Second)), 'second');
  if (distance < Hour) return format.format(Math.round(difference / Minute), 'minute');
  if (distance < Day) return format.format(Math.round(difference / Hour), 'hour');
  if (distance < 7 * Day) return format.format(Math.round(difference / Day), 'day');
  return shortDate(at, now, language);
}

function shortDate(at: string, now: number, language: string): string {
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date);
}

export function absoluteTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}

export function formatDate(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(at));
}

export function formatNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** The name of a language in another: `('pt', 'de')` → `Portugiesisch`; the code where nobody named it. */
export function languageName(code: string, inLanguage: string): string {
  if (!/^[a-z]{2,3}$/.test(code) || code === 'und') return code;
  return new Intl.DisplayNames(inLanguage, { type: 'language' }).of(code) ?? code;
}

/** The last part of an address that a person recognises: its host without `www.`. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}

/** 0 to 1 as a percentage. */
export function formatShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

const durationUnits = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** A duration in its greatest unit: `(5_400, 'en')` → `1.5 hr`. */
export function formatDuration(seconds: number, language: string): string {
  const fitting = durationUnits.find((one) => seconds >= one.seconds);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: fitting?.unit ?? 'second',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(seconds / (fitting?.seconds ?? 1));
}
