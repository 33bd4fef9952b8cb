import type { Rule } from './operations.ts';

type Hours = NonNullable<Rule['hours']>;

export const Weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof Weekdays)[number];

/** One span a day, as most teams work; several spans a day, which the API knows too, are kept as they are. */
export interface HoursForm {
  timeZone: string;
  days: Record<Weekday, { from: string; to: string } | null>;
  /** Hours that this form cannot show. */
  kept: Hours | null;
}

const workingDay = { from: '08:00', to: '18:00' };

export function workingHours(timeZone: string): HoursForm {
  const days = Object.fromEntries(
    Weekdays.map((day) => [day, day === 'saturday' || day === 'sunday' ? null : workingDay]),
  ) as HoursForm['days'];
  return { timeZone, days, kept: null };
}

export function hoursFormOf(hours: Rule['hours']): HoursForm | null {
  if (!hours) return null;
  const days = Object.fromEntries(Weekdays.map((day) => [day, hours[day][0] ?? null])) as HoursForm['days'];
  const isSimple = Weekdays.every((day) => hours[day].length <= 1);
  return { timeZone: hours.timeZone, days, kept: isSimple ? null : hours };
}

export function hoursOf(form: HoursForm | null): Rule['hours'] {
  if (!form) return null;
  if (form.kept) return form.kept;
  const spans = Object.fromEntries(
    Weekdays.map((day) => {
      const span = form.days[day];
      return [day, span ? [span] : []];
    }),
  ) as Record<Weekday, Hours['monday']>;
  return { timeZone: form.timeZone, ...spans };
}
