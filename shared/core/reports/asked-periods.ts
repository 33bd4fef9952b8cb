import { AppError } from '../kernel/errors.ts';
import { daysIn, type Period, previousPeriod } from './report-period.ts';

const MostDays = 367;

/** The period that a client asks for, and the one it is compared with. @throws invalid when it is empty or too long. */
export function askedPeriods(asked: Period): { current: Period; previous: Period } {
  const days = daysIn(asked);
  if (days < 1) throw new AppError('invalid', 'empty_period', 'The period ends before it begins.');
  if (days > MostDays) {
    throw new AppError('invalid', 'period_too_long', `Ask for at most ${MostDays} days at once.`);
  }
  return { current: asked, previous: previousPeriod(asked) };
}
