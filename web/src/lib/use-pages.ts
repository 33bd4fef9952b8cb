import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

interface PageOf<T> {
  items: T[];
  cursor?: string | undefined;
}

/** A list that is loaded page by page, flattened to its items. */
export function usePages<T>(
  queryKey: readonly unknown[],
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<T>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    /** Undefined until the first page is there. */
    items,
    error: query.error,
    refetch: query.refetch,
    isPrevious: query.isPlaceholderData,
    more: { hasMore: query.hasNextPage, loading: query.isFetchingNextPage, onLoad: loadMore },
  };
}
