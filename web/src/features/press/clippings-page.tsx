import { Scissors } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { ClippingCard } from './clipping-card.tsx';
import { CampaignFilter, useCampaignFilter } from './press-filters.tsx';
import { useCampaigns, useClippings } from './queries.ts';
import './press.css';

export function ClippingsPage() {
  const { t } = useTranslation();
  const [campaignId] = useCampaignFilter();
  const { data: campaigns } = useCampaigns();
  const nameOf = (id: string) => campaigns?.find((campaign) => campaign.campaignId === id)?.name;
  return (
    <Page title={t('clippings.title')} lead={t('clippings.lead')}>
      <div className="press-filters">
        <CampaignFilter />
      </div>
      <PageList
        pages={useClippings(campaignId)}
        className="press-list"
        keyOf={(clipping) => clipping.clippingId}
        render={(clipping) => <ClippingCard clipping={clipping} campaignName={nameOf(clipping.campaignId)} />}
        empty={
          <EmptyState
            icon={Scissors}
            title={t('clippings.emptyTitle')}
            action={
              <Link className="button" data-look="primary" to="/press/suggestions">
                {t('clippings.emptyAction')}
              </Link>
            }
          >
            {t('clippings.empty')}
          </EmptyState>
        }
      />
    </Page>
  );
}
