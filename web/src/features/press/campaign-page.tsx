import { ArrowLeft, Pencil, Radar } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { CampaignDialog } from './campaign-dialog.tsx';
import { useCampaign } from './campaign-queries.ts';
import { CoverageView } from './coverage-view.tsx';
import { MonitoringView } from './monitoring-view.tsx';
import type { Campaign } from './operations.ts';
import { RecipientsView } from './recipients-view.tsx';
import './press.css';
import './campaign-page.css';

const views = ['coverage', 'recipients', 'monitoring'] as const;

export function CampaignPage() {
  const { t } = useTranslation();
  const { campaignId = '' } = useParams();
  const { data: campaign, error, refetch } = useCampaign(campaignId);
  const [editing, setEditing] = useState(false);
  const mayChange = useMay('admin');
  return (
    <Page
      title={campaign?.name ?? t('coverage.title')}
      lead={t('coverage.lead')}
      actions={
        <>
          <Link className="button" data-look="quiet" data-size="medium" to="/press/campaigns">
            <ArrowLeft size={17} aria-hidden="true" />
            {t('campaigns.title')}
          </Link>
          {campaign && mayChange && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {t('action.edit')}
            </Button>
          )}
        </>
      }
    >
      {error && !campaign && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!campaign && !error && <SkeletonList rows={5} />}
      {campaign && <Views campaign={campaign} />}
      {campaign && editing && <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Views({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'coverage';
  const { campaignId, trackerId } = campaign;
  return (
    <>
      <div className="campaign-views">
        <Choice
          legend={t('coverage.view')}
          hideLegend
          value={view}
          options={views.map((value) => ({ value, label: t(`coverage.tabs.${value}`) }))}
          onChange={(next) => setSearch(next === 'coverage' ? {} : { view: next }, { replace: true })}
        />
      </div>
      {view === 'coverage' && <CoverageView campaignId={campaignId} />}
      {view === 'recipients' && <RecipientsView campaignId={campaignId} />}
      {view === 'monitoring' && trackerId && <MonitoringView trackerId={trackerId} />}
      {view === 'monitoring' && !trackerId && (
        <EmptyState icon={Radar} title={t('campaigns.noMonitoring')}>
          {t('coverage.noMonitoring')}
        </EmptyState>
      )}
    </>
  );
}
