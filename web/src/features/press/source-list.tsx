import { useTranslation } from 'react-i18next';
import { formatNumber, hostOf } from '../../lib/format.ts';
import { Meter } from '../../ui/meter.tsx';
import type { Suggestion } from './operations.ts';

function toneOf(score: number): 'green' | 'amber' | 'grey' {
  if (score >= 80) return 'green';
  return score >= 60 ? 'amber' : 'grey';
}

/** Everybody who reported the article, each once, with how well their text fits the keywords. */
export function SourceList({ suggestion }: { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation();
  const { sources, averageMatchScore, highestMatchScore } = suggestion;
  return (
    <div className="article-sources">
      <span>{t('suggestions.sources')}</span>
      {sources.map((source) => {
        const name =
          source.type === 'google_news'
            ? t('suggestions.googleNews')
            : source.sourceName || hostOf(source.sourceUrl);
        return (
          <span key={source.identity} className="source" title={source.matchedKeywords.join(', ')}>
            <a href={source.articleUrl} target="_blank" rel="noreferrer">
              {name}
            </a>
            <Meter
              value={source.matchScore}
              tone={toneOf(source.matchScore)}
              label={t('suggestions.score', { source: name })}
            />
          </span>
        );
      })}
      {sources.length > 1 && (
        <span className="article-scores">
          <span>{t('suggestions.average', { score: formatNumber(averageMatchScore, i18n.language) })}</span>
          <span>{t('suggestions.highest', { score: formatNumber(highestMatchScore, i18n.language) })}</span>
        </span>
      )}
    </div>
  );
}
