import { Newspaper, Radar, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import {
  CampaignFilter,
  type StatusChoice,
  StatusChoices,
  StatusFilter,
  useCampaignFilter,
} from './press-filters.tsx';
import { useCampaigns, useSuggestions } from './queries.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import './press.css';

export function SuggestionsPage() {
  const { t } = useTranslation();
  const [status, setStatus] = useStatusFilter();
  const [campaignId] = useCampaignFilter();
  const copies = useSearchParams()[0].get('copies') ?? undefined;
  const { data: campaigns } = useCampaigns();
  const pages = useSuggestions({
    campaignId,
    status: status === 'all' ? undefined : status,
    syndicationGroupId: copies,
  });
  const nameOf = (id: string) => campaigns?.find((campaign) => campaign.campaignId === id)?.name;

  return (
    <Page title={t('suggestions.title')} lead={t('suggestions.lead')}>
      <div className="press-filters">
        <StatusFilter status={status} onChange={setStatus} />
        <CampaignFilter />
        {copies && (
          <Link className="button" data-look="secondary" data-size="medium" to="/press/suggestions">
            {t('suggestions.onlyCopies')}
            <X size={15} aria-hidden="true" />
          </Link>
        )}
      </div>
      <PageList
        pages={pages}
        className="press-list"
        keyOf={(suggestion) => suggestion.suggestionId}
        render={(suggestion) => (
          <SuggestionCard suggestion={suggestion} campaignName={nameOf(suggestion.campaignId)} />
        )}
        empty={status === 'all' ? <NothingYet /> : <NothingFound />}
      />
    </Page>
  );
}

function useStatusFilter(): [StatusChoice, (status: StatusChoice) => void] {
  const [search, setSearch] = useSearchParams();
  const status = StatusChoices.find((one) => one === search.get('status')) ?? 'all';
  const choose = (next: StatusChoice) =>
    setSearch(
      (current) => {
        const changed = new URLSearchParams(current);
        changed.set('status', next);
        return changed;
      },
      { replace: true },
    );
  return [status, choose];
}

function NothingFound() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={Radar} title={t('suggestions.noneTitle')}>
      {t('suggestions.none')}
    </EmptyState>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={Newspaper}
      title={t('suggestions.emptyTitle')}
      action={
        <Link className="button" data-look="primary" to="/press/campaigns">
          {t('suggestions.emptyAction')}
        </Link>
      }
    >
      {t('suggestions.empty')}
    </EmptyState>
  );
}
