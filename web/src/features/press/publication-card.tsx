import { useTranslation } from 'react-i18next';
import { hostOf, languageName } from '../../lib/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Publication } from './operations.ts';

export function PublicationCard({ publication }: { publication: Publication }) {
  const { t, i18n } = useTranslation();
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
      </div>
    </article>
  );
}
