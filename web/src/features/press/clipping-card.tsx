import { ExternalLink, Pencil, PenLine, Radar, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ClippingDialog } from './clipping-dialog.tsx';
import { useDeleteClipping } from './clipping-queries.ts';
import type { Clipping } from './operations.ts';

interface ClippingCardProps {
  clipping: Clipping;
  campaignName: string | undefined;
}

export function ClippingCard({ clipping, campaignName }: ClippingCardProps) {
  const { t, i18n } = useTranslation();
  const mayCorrect = useMay('agent');
  const { title, url, excerpt, outlet, outletType, publishedAt, detection, evidence, sentiment } = clipping;
  return (
    <article className="card article">
      <div className="article-head">
        <p className="article-meta">
          <strong>{outlet}</strong>
          {campaignName && <span>· {campaignName}</span>}
          {publishedAt && (
            <span>
              · {t('clippings.published')}{' '}
              <time dateTime={publishedAt}>{formatDate(publishedAt, i18n.language)}</time>
            </span>
          )}
        </p>
        <h2>
          {url ? (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
              <ExternalLink size={14} aria-hidden="true" />
            </a>
          ) : (
            title
          )}
        </h2>
        {excerpt && <p className="article-excerpt">{excerpt}</p>}
      </div>
      <div className="article-side">
        <Badge icon={detection === 'automated' ? Radar : PenLine} tone="accent">
          {t(`clippings.detection.${detection}`)}
        </Badge>
        <span className="article-buttons">
          <Badge>{t(`clippings.outletTypes.${outletType}`)}</Badge>
          {sentiment !== 'neutral' && (
            <Badge tone={sentiment === 'positive' ? 'green' : 'red'}>
              {t(`inbox.sentiments.${sentiment}`)}
            </Badge>
          )}
          {evidence.length > 0 && <Badge>{t('clippings.evidence', { count: evidence.length })}</Badge>}
          {mayCorrect && <ClippingButtons clipping={clipping} />}
        </span>
      </div>
    </article>
  );
}

/** What Earshot found can be corrected; only what a person entered can be deleted. */
function ClippingButtons({ clipping }: { clipping: Clipping }) {
  const { t } = useTranslation();
  const remove = useDeleteClipping();
  const [shown, setShown] = useState<'correction' | 'deletion'>();
  const hide = () => setShown(undefined);
  return (
    <>
      <IconButton
        size="small"
        icon={Pencil}
        label={t('clippings.correct')}
        onClick={() => setShown('correction')}
      />
      {clipping.detection === 'manual' && (
        <IconButton
          size="small"
          icon={Trash2}
          label={t('action.delete')}
          onClick={() => setShown('deletion')}
        />
      )}
      {shown === 'correction' && <ClippingDialog clipping={clipping} onClose={hide} />}
      {shown === 'deletion' && (
        <ConfirmDialog
          title={t('clippings.deleteTitle', { title: clipping.title })}
          text={t('clippings.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate(clipping.clippingId)}
          onClose={hide}
        />
      )}
    </>
  );
}
