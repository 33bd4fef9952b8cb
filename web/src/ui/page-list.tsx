import type { ReactNode } from 'react';
import { LoadMore } from './load-more.tsx';
import { SkeletonList } from './skeleton.tsx';
import { ErrorState } from './state-message.tsx';

interface PageListProps<T> {
  pages: {
    items: T[] | undefined;
    error: Error | null;
    refetch(): unknown;
    more: { hasMore: boolean; loading: boolean; onLoad(): void };
  };
  className: string;
  keyOf(item: T): string;
  render(item: T): ReactNode;
  empty: ReactNode;
}

/** Loading, failed, empty or filled: every list of the console goes through the same four states. */
export function PageList<T>({ pages, className, keyOf, render, empty }: PageListProps<T>) {
  const { items, error, refetch, more } = pages;
  if (!items)
    return error ? <ErrorState error={error} onRetry={() => refetch()} /> : <SkeletonList rows={5} />;
  if (items.length === 0 && !more.hasMore) return empty;
  return (
    <div>
      <ul className={className}>
        {items.map((item) => (
          <li key={keyOf(item)}>{render(item)}</li>
        ))}
      </ul>
      <LoadMore {...more} />
    </div>
  );
}
