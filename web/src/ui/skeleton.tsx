import { useTranslation } from 'react-i18next';
import './skeleton.css';

/** Grey lines in the shape of what is being loaded. */
export function SkeletonList({ rows = 6, tall = false }: { rows?: number; tall?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton-list" role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity and never move.
        <div key={row} className="skeleton-row" data-tall={tall} aria-hidden="true">
          <span className="skeleton-dot" />
          <span className="skeleton-lines">
            <span className="skeleton-line" style={{ '--skeleton-width': `${34 + ((row * 17) % 22)}%` }} />
            <span className="skeleton-line" style={{ '--skeleton-width': `${68 + ((row * 23) % 28)}%` }} />
            {tall && <span className="skeleton-line" style={{ '--skeleton-width': '28%' }} />}
          </span>
        </div>
      ))}
    </div>
  );
}
