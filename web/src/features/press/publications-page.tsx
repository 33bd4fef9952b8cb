import { Newspaper, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { PublicationCard } from './publication-card.tsx';
import { PublicationDialog } from './publication-dialog.tsx';
import { usePublications } from './queries.ts';
import './press.css';

export function PublicationsPage() {
  const { t } = useTranslation();
  const mayCreate = useMay('admin');
  const [creating, setCreating] = useState(false);
  const pages = usePublications();
  const create = mayCreate && (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('publications.create')}
    </Button>
  );
  return (
    <Page
      title={t('publications.title')}
      lead={t('publications.lead')}
      actions={pages.items && pages.items.length > 0 && create}
    >
      <PageList
        pages={pages}
        className="press-list"
        keyOf={(publication) => publication.publicationId}
        render={(publication) => <PublicationCard publication={publication} />}
        empty={
          <EmptyState icon={Newspaper} title={t('publications.emptyTitle')} action={create}>
            {t('publications.empty')}
          </EmptyState>
        }
      />
      {creating && <PublicationDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
