import { Plus, ShieldBan } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { CampaignFilter, useCampaignFilter } from './press-filters.tsx';
import { useCampaigns } from './queries.ts';
import { SpamPatternCard } from './spam-pattern-card.tsx';
import { SpamPatternDialog } from './spam-pattern-dialog.tsx';
import { useSpamPatterns } from './spam-queries.ts';
import './press.css';

export function SpamPatternsPage() {
  const { t } = useTranslation();
  const mayCreate = useMay('admin');
  const [creating, setCreating] = useState(false);
  const [campaignId] = useCampaignFilter();
  const { data: campaigns } = useCampaigns();
  const pages = useSpamPatterns(campaignId);
  const nameOf = (id: string | null) => campaigns?.find((campaign) => campaign.campaignId === id)?.name;
  const create = mayCreate && (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('spam.create')}
    </Button>
  );
  return (
    <Page
      title={t('spam.title')}
      lead={t('spam.lead')}
      actions={pages.items && pages.items.length > 0 && create}
    >
      <div className="press-filters">
        <CampaignFilter />
      </div>
      <PageList
        pages={pages}
        className="press-list"
        keyOf={(pattern) => pattern.patternId}
        render={(pattern) => <SpamPatternCard pattern={pattern} campaignName={nameOf(pattern.campaignId)} />}
        empty={
          <EmptyState icon={ShieldBan} title={t('spam.emptyTitle')} action={create}>
            {t('spam.empty')}
          </EmptyState>
        }
      />
      {creating && <SpamPatternDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
