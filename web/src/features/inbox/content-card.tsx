import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../ui/time-text.tsx';
import type { Interaction } from './operations.ts';
import { useContent } from './use-interaction.ts';

/** What was published, above what was said about it. */
export function ContentCard({ interaction }: { interaction: Interaction }) {
  const { t } = useTranslation();
  const { data: content } = useContent(interaction);
  if (!content) return null;
  const { imageUrl, title, permalink, postedAt, statistics } = content;
  const { reactions, comments } = statistics;
  return (
    <div className="content-card">
      {imageUrl && <img src={imageUrl} alt="" loading="lazy" />}
      <p>
        {permalink ? (
          <a href={permalink} target="_blank" rel="noreferrer">
            {title} <ExternalLink size={13} aria-hidden="true" />
          </a>
        ) : (
          <span>{title}</span>
        )}
        <small>
          <TimeText at={postedAt} />
          {reactions !== null && ` · ${t('interaction.reactions', { count: reactions })}`}
          {comments !== null && ` · ${t('interaction.comments', { count: comments })}`}
        </small>
      </p>
    </div>
  );
}
