import { useQuery } from '@tanstack/react-query';
import { lastDays } from '../../lib/period.ts';
import { browserTimeZone } from '../../lib/places.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { GetFigures, ListRuleFigures } from './operations.ts';

export function useFigures(days: number) {
  const api = useApi();
  const timeZone = browserTimeZone();
  return useQuery({
    queryKey: [QueryKeys.analytics, QueryKeys.automation, days],
    queryFn: ({ signal }) =>
      api.call(GetFigures, { query: { ...lastDays(days, Date.now(), timeZone), timeZone }, signal }),
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
