import { Megaphone, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { CampaignCard } from './campaign-card.tsx';
import { CampaignDialog } from './campaign-dialog.tsx';
import { useCampaigns } from './queries.ts';
import './press.css';

export function CampaignsPage() {
  const { t } = useTranslation();
  const mayCreate = useMay('admin');
  const [creating, setCreating] = useState(false);
  const { data: items, error, refetch } = useCampaigns();
  const create = mayCreate && (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('campaigns.create')}
    </Button>
  );
  return (
    <Page
      title={t('campaigns.title')}
      lead={t('campaigns.lead')}
      actions={items && items.length > 0 && create}
    >
      <PageList
        pages={{ items, error, refetch, more: { hasMore: false, loading: false, onLoad: () => undefined } }}
        className="press-list"
        keyOf={(campaign) => campaign.campaignId}
        render={(campaign) => <CampaignCard campaign={campaign} />}
        empty={
          <EmptyState icon={Megaphone} title={t('campaigns.emptyTitle')} action={create}>
            {t('campaigns.empty')}
          </EmptyState>
        }
      />
      {creating && <CampaignDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
