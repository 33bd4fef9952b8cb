import { Pencil, Rss, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostOf, languageName } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Publication } from './operations.ts';
import { PublicationDialog } from './publication-dialog.tsx';
import { usePublicationActions } from './publication-queries.ts';

export function PublicationCard({ publication }: { publication: Publication }) {
  const { t, i18n } = useTranslation();
  const mayManage = useMay('admin');
  const { title, type, language, monitoringConfig: monitoring } = publication;
  const facts = [t(`publications.types.${type}`), language && languageName(language, i18n.language)];
  return (
    <article className="card article">
      <div className="article-head">
        <h2>{title}</h2>
        <p className="article-meta">
          {facts.filter(Boolean).join(' · ')}
          {monitoring.websiteUrl && (
            <a href={monitoring.websiteUrl} target="_blank" rel="noreferrer">
              {hostOf(monitoring.websiteUrl)}
            </a>
          )}
        </p>
        <ul className="feeds">
          {monitoring.rssFeedUrls.map((url) => (
            <li key={url}>{url}</li>
          ))}
        </ul>
      </div>
      <div className="article-side">
        <Badge tone={monitoring.enabled ? 'green' : 'grey'}>
          {t(monitoring.enabled ? 'publications.watched' : 'publications.notWatched')}
        </Badge>
        <p className="article-meta">
          {t('publications.articles', { count: monitoring.totalArticlesFound })}
          {monitoring.lastChecked && (
            <span>
              · <TimeText at={monitoring.lastChecked} />
            </span>
          )}
        </p>
        {mayManage && <PublicationButtons publication={publication} />}
      </div>
    </article>
  );
}

function PublicationButtons({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { detect, remove } = usePublicationActions(publication);
  const [shown, setShown] = useState<'editing' | 'deletion'>();
  const hide = () => setShown(undefined);
  const detected = (count: number) =>
    toast({
      tone: count > 0 ? 'done' : 'info',
      text: count > 0 ? t('publications.detected', { count }) : t('publications.detectedNone'),
    });
  return (
    <span className="article-buttons">
      {publication.monitoringConfig.websiteUrl && (
        <Button
          size="small"
          icon={Rss}
          busy={detect.isPending}
          onClick={() =>
            detect.mutate(undefined, {
              onSuccess: ({ found }) => detected(found.filter(({ isNew }) => isNew).length),
            })
          }
        >
          {t('publications.detect')}
        </Button>
      )}
      <IconButton size="small" icon={Pencil} label={t('action.edit')} onClick={() => setShown('editing')} />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('action.delete')}
        onClick={() => setShown('deletion')}
      />
      {shown === 'editing' && <PublicationDialog publication={publication} onClose={hide} />}
      {shown === 'deletion' && (
        <ConfirmDialog
          title={t('publications.deleteTitle', { name: publication.title })}
          text={t('publications.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={hide}
        />
      )}
    </span>
  );
}
