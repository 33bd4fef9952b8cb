import type { Instant } from '../../core/kernel/time.ts';

/** Zone names that feeds use and JavaScript does not know, in hours from UTC. */
const ZoneHours: Record<string, number> = {
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  bst: 1,
  ist: 5.5,
  wet: 0,
  west: 1,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  brt: -3,
  art: -3,
  akst: -9,
  akdt: -8,
  hst: -10,
  ut: 0,
  utc: 0,
  z: 0,
}; // prettier-ignore

/** Reads the dates of RSS (RFC 822, with its usual mistakes) and of Atom (RFC 3339); null for what is no date. */
export function parseFeedDate(text: string): Instant | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const withoutWeekday = trimmed.replace(/^\p{L}{2,}\.?,?\s+(?=\d)/u, '').replace(/\([^)]*\)\s*$/, '');
  const milliseconds = [trimmed, withoutWeekday, withOffset(withoutWeekday)]
    .map((candidate) => Date.parse(candidate))
    .find(isDate);
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}

function isDate(milliseconds: number): boolean {
  const year = Number.isNaN(milliseconds) ? 0 : new Date(milliseconds).getUTCFullYear();
  return year >= 1970 && year <= 9_999;
}

function withOffset(text: string): string {
  return text.replace(/\s([A-Za-z]{1,5})$/, (whole, name: string) => {
    const hours = ZoneHours[name.toLowerCase()];
    if (hours === undefined) return whole;
    const minutes = Math.abs(hours * 60);
    const twoDigits = (value: number) => String(Math.floor(value)).padStart(2, '0');
    return ` ${hours < 0 ? '-' : '+'}${twoDigits(minutes / 60)}${twoDigits(minutes % 60)}`;
  });
}
