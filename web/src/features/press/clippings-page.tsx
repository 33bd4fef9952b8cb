import { FileSpreadsheet, Plus, Scissors, Table } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../lib/me.ts';
import { fileOf, useDownload } from '../../lib/use-download.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { ClippingCard } from './clipping-card.tsx';
import { ClippingDialog } from './clipping-dialog.tsx';
import { ExportClippings, ExportClippingsWorkbook } from './operations.ts';
import { CampaignFilter, useCampaignFilter } from './press-filters.tsx';
import { useCampaigns, useClippings } from './queries.ts';
import './press.css';

export function ClippingsPage() {
  const { t } = useTranslation();
  const [campaignId] = useCampaignFilter();
  const { data: campaigns = [] } = useCampaigns();
  const mayEnter = useMay('agent');
  const [entering, setEntering] = useState(false);
  const pages = useClippings(campaignId);
  const nameOf = (id: string) => campaigns.find((campaign) => campaign.campaignId === id)?.name;
  return (
    <Page
      title={t('clippings.title')}
      lead={t('clippings.lead')}
      actions={
        <>
          {pages.items && pages.items.length > 0 && <ExportButtons campaignId={campaignId} />}
          {mayEnter && campaigns.length > 0 && (
            <Button look="primary" icon={Plus} onClick={() => setEntering(true)}>
              {t('clippings.enter')}
            </Button>
          )}
        </>
      }
    >
      <div className="press-filters">
        <CampaignFilter />
      </div>
      <PageList
        pages={pages}
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
      {entering && <ClippingDialog campaigns={campaigns} onClose={() => setEntering(false)} />}
    </Page>
  );
}

function ExportButtons({ campaignId }: { campaignId: string | undefined }) {
  const { t } = useTranslation();
  const download = useDownload();
  const query = { campaignId };
  return (
    <>
      <Button
        icon={Table}
        busy={download.isPending}
        onClick={() => download.mutate(fileOf(ExportClippings, { query }, 'clippings.csv'))}
      >
        {t('coverage.table')}
      </Button>
      <Button
        icon={FileSpreadsheet}
        busy={download.isPending}
        onClick={() => download.mutate(fileOf(ExportClippingsWorkbook, { query }, 'clippings.xlsx'))}
      >
        {t('coverage.workbook')}
      </Button>
    </>
  );
}
