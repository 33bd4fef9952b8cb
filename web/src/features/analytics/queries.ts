import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type * as contract from '../../../../shared/contract/api/analytics.ts';
import { type Answer, operation } from '../../lib/operation.ts';
import { lastDays } from '../../lib/period.ts';
import { browserTimeZone } from '../../lib/places.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';

const GetOverview = operation<typeof contract.GetOverview>('GET', '/v1/analytics/overview', false);
const MostEntries = 8;

export type Overview = Answer<typeof contract.GetOverview>;
export type Figures = Overview['current']['figures'];

export function useOverview(days: number, accountId: string | undefined) {
  const api = useApi();
  const timeZone = browserTimeZone();
  return useQuery({
    queryKey: [QueryKeys.analytics, 'overview', days, accountId],
    queryFn: ({ signal }) =>
      api.call(GetOverview, {
        query: { ...lastDays(days, Date.now(), timeZone), timeZone, accountId, top: MostEntries },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
