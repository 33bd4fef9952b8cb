import { useQuery } from '@tanstack/react-query';
import { browserTimeZone } from '../../lib/places.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { GetFigures, ListRuleFigures } from './operations.ts';

const MillisecondsPerDay = 86_400_000;

/** Today and as many days before it as make up the period, as days of the person's own clock. */
export function periodOf(days: number, now: number, timeZone: string): { from: string; to: string } {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return { from: day.format(now - (days - 1) * MillisecondsPerDay), to: day.format(now) };
}

export function useFigures(days: number) {
  const api = useApi();
  const timeZone = browserTimeZone();
  return useQuery({
    queryKey: [QueryKeys.analytics, QueryKeys.automation, days],
    queryFn: ({ signal }) =>
      api.call(GetFigures, { query: { ...periodOf(days, Date.now(), timeZone), timeZone }, signal }),
  });
}

/** How each rule did in the last 30 days. */
export function useRuleFigures() {
  const api = useApi();
  return useQuery({
    queryKey: [QueryKeys.rules, 'figures'],
    queryFn: ({ signal }) => api.call(ListRuleFigures, { signal }),
    select: ({ items }) => new Map(items.map((figures) => [figures.ruleId, figures])),
  });
}
