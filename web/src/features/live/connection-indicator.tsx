import { useTranslation } from 'react-i18next';
import { useLive } from './live-context.ts';
import './live.css';

export function ConnectionIndicator() {
  const { t } = useTranslation();
  const { status } = useLive();
  const hint = status === 'live' ? t('live.liveHint') : t('live.offlineHint');
  return (
    <p className="connection-indicator" data-status={status} title={hint} role="status">
      <span className="connection-indicator-dot" aria-hidden="true" />
      <span className="connection-indicator-text">{t(`live.${status}`)}</span>
    </p>
  );
}
