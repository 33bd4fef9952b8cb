import { useTranslation } from 'react-i18next';
import type { Schedule } from './operations.ts';

/** 1 January 2024 was a Monday, weekday 1. */
export function weekdayName(weekday: number, language: string): string {
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

/** When a report is sent, in one phrase: "Mondays at 08:00 (Europe/Berlin)". */
export function useTimingText(): (schedule: Schedule) => string {
  const { t, i18n } = useTranslation();
  return ({ frequency, weekday, dayOfMonth, time, timeZone }) =>
    t(`reports.timing.${frequency}`, {
      time,
      timeZone,
      day: frequency === 'monthly' ? dayOfMonth : weekdayName(weekday, i18n.language),
    });
}
