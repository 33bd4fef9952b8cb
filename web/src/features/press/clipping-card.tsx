import { ExternalLink, PenLine, Radar } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Clipping } from './operations.ts';

interface ClippingCardProps {
  clipping: Clipping;
  campaignName: string | undefined;
}

export function ClippingCard({ clipping, campaignName }: ClippingCardProps) {
  const { t, i18n } = useTranslation();
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
        </span>
      </div>
    </article>
  );
}
