import { Inbox, SearchX } from 'lucide-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDate } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { countSet } from './filters.ts';
import { InteractionRow } from './interaction-row.tsx';
import type { Selection } from './selection.ts';
import type { useInbox } from './use-inbox.ts';

interface InteractionListProps {
  inbox: ReturnType<typeof useInbox>;
  /** Absent for those who may only read. */
  selection: Selection | undefined;
}

export function InteractionList({ inbox, selection }: InteractionListProps) {
  const { t } = useTranslation();
  const { list, items, pathOf, openId } = inbox;
  const loadMore = useCallback(() => void list.fetchNextPage(), [list.fetchNextPage]);

  if (list.isPending) return <SkeletonList rows={8} tall />;
  if (list.error && items.length === 0) {
    return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  }
  return (
    <>
      {items.length === 0 && !list.hasNextPage && <NothingHere inbox={inbox} />}
      <ul aria-label={t('inbox.list')} data-stale={list.isPlaceholderData}>
        {items.map((interaction) => (
          <li key={interaction.interactionId} data-selected={selection?.has(interaction.interactionId)}>
            {selection && (
              <input
                type="checkbox"
                aria-label={t('inbox.bulk.select', { name: interaction.authorName })}
                checked={selection.has(interaction.interactionId)}
                onChange={() => selection.toggle(interaction.interactionId)}
              />
            )}
            <InteractionRow
              interaction={interaction}
              to={pathOf(interaction.interactionId)}
              isOpen={interaction.interactionId === openId}
            />
          </li>
        ))}
      </ul>
      <SearchedUntil inbox={inbox} />
      <LoadMore hasMore={list.hasNextPage} loading={list.isFetchingNextPage} onLoad={loadMore} />
    </>
  );
}

/** A filtered page may end early: people are told how far back it looked. */
function SearchedUntil({ inbox: { list } }: { inbox: ReturnType<typeof useInbox> }) {
  const { t, i18n } = useTranslation();
  const until = list.data?.pages.at(-1)?.searchedUntil;
  if (!until || !list.hasNextPage) return null;
  return (
    <p className="inbox-searched">{t('inbox.searchedUntil', { date: formatDate(until, i18n.language) })}</p>
  );
}

function NothingHere({ inbox: { filters, change } }: { inbox: ReturnType<typeof useInbox> }) {
  const { t } = useTranslation();
  const isFiltered = filters.tab !== 'all' || filters.text !== '' || countSet(filters) > 0;
  if (isFiltered) {
    const reset = { tab: 'all', text: '', provider: undefined, sentiment: undefined, unread: false } as const;
    return (
      <EmptyState
        icon={SearchX}
        title={t('inbox.noMatchTitle')}
        action={<Button onClick={() => change(reset)}>{t('inbox.clearFilters')}</Button>}
      >
        {t('inbox.noMatch')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title={t('inbox.emptyTitle')}
      action={
        <Link className="button" data-look="primary" to="/settings/accounts">
          {t('inbox.emptyAction')}
        </Link>
      }
    >
      {t('inbox.empty')}
    </EmptyState>
  );
}
