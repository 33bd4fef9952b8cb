import { FileDown, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../lib/error-text.ts';
import { useMay } from '../../lib/me.ts';
import { type AuthorReference, useAuthorErasure, useAuthorExport } from '../../lib/personal-data.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ExportState } from '../../ui/export-state.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Interaction } from './operations.ts';

/** What owners do when a person asks what is held about them, or to be forgotten. */
export function AuthorData({ interaction }: { interaction: Interaction }) {
  const isOwner = useMay('owner');
  const { author, provider, isFromOwner } = interaction;
  const authorExternalId = author.externalId;
  // Without an id nothing else that they wrote could be found.
  if (!isOwner || isFromOwner || authorExternalId === null) return null;
  return <Offered key={authorExternalId} name={author.name} author={{ provider, authorExternalId }} />;
}

function Offered({ name, author }: { name: string; author: AuthorReference }) {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const exported = useAuthorExport(author);
  const erased = useAuthorErasure(author, () => {
    toast({ tone: 'done', text: t('personalData.erased', { name }) });
    void navigate('/inbox');
  });
  return (
    <section className="author-data" aria-labelledby="author-data">
      <h2 id="author-data">{t('personalData.title')}</h2>
      <div>
        <Button
          size="small"
          icon={FileDown}
          busy={exported.isUnderWay}
          onClick={() => exported.start.mutate()}
        >
          {t('personalData.exportAuthor')}
        </Button>
        <Button size="small" icon={UserRoundX} busy={erased.isUnderWay} onClick={() => setAsking(true)}>
          {t('personalData.eraseAuthor')}
        </Button>
      </div>
      <ExportState start={exported.start} job={exported.job} />
      <ErasureState {...erased} />
      {asking && (
        <ConfirmDialog
          title={t('personalData.eraseTitle', { name })}
          text={t('personalData.eraseText')}
          confirm={t('personalData.eraseConfirm')}
          onConfirm={() => erased.start.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function ErasureState({ start, job }: Pick<ReturnType<typeof useAuthorErasure>, 'start' | 'job'>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (start.error) return <FormError>{errorText(start.error).advice}</FormError>;
  if (job?.status === 'failed') return <FormError>{t('personalData.interrupted')}</FormError>;
  if (job?.status !== 'running') return null;
  return <Progress label={t('personalData.erasing')} done={job.doneParts} of={job.parts} />;
}
