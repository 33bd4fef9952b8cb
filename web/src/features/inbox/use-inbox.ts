import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { type InboxFilters, queryOf, readFilters, withFilters } from './filters.ts';
import { ListInteractions } from './operations.ts';

const PageSize = 40;

/** The list that the address describes, and ways to change it. */
export function useInbox() {
  const api = useApi();
  const [search, setSearch] = useSearchParams();
  const { interactionId } = useParams();
  const filters = useMemo(() => readFilters(search), [search]);

  const list = useInfiniteQuery({
    queryKey: [QueryKeys.interactions, queryOf(filters)],
    queryFn: ({ pageParam, signal }) =>
      api.call(ListInteractions, {
        query: { ...queryOf(filters), limit: PageSize, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });

  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const change = useCallback(
    (changes: Partial<InboxFilters>) =>
      setSearch((current) => withFilters(current, changes), { replace: true }),
    [setSearch],
  );
  const pathOf = useCallback(
    (id: string) => {
      const query = withFilters(search, {}).toString();
      return query ? `/inbox/${id}?${query}` : `/inbox/${id}`;
    },
    [search],
  );
  return { list, items, filters, change, pathOf, openId: interactionId };
}
