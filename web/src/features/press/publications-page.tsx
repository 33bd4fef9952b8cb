import { Newspaper, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { MergeProposalCard } from './merge-proposal-card.tsx';
import { PublicationCard } from './publication-card.tsx';
import { PublicationDialog } from './publication-dialog.tsx';
import { useMergeProposals, usePublications } from './publication-queries.ts';
import './press.css';
import './campaign-page.css';

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
      <MergeProposals />
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

/** Shown only while there is something to decide. */
function MergeProposals() {
  const { t } = useTranslation();
  const { items = [], more } = useMergeProposals();
  if (items.length === 0) return null;
  return (
    <section className="coverage-clippings">
      <h2>{t('merge.title')}</h2>
      <p className="article-meta">{t('merge.lead')}</p>
      <ul className="press-list">
        {items.map((proposal) => (
          <li key={proposal.proposalId}>
            <MergeProposalCard proposal={proposal} />
          </li>
        ))}
      </ul>
      <LoadMore {...more} />
    </section>
  );
}
