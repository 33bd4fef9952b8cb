import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../lib/format.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { ProviderIcon } from '../../ui/provider-icon.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Execution, ExecutionOutcome } from './operations.ts';

const tones: Record<ExecutionOutcome, Tone> = {
  replied: 'green',
  failed: 'red',
  unconfirmed: 'amber',
  cancelled: 'grey',
  blocked: 'signal',
  webhook_sent: 'blue',
  dry_run: 'blue',
};

export function ExecutionRow({ execution }: { execution: Execution }) {
  const { t, i18n } = useTranslation();
  const reason = useReasonText();
  const { provider, outcome, ruleName, postedText, preparedText, delaySeconds, completedAt } = execution;
  const text = postedText ?? preparedText;
  return (
    <Link to={`/inbox/${execution.interactionId}`} className="execution" title={t('executions.open')}>
      <ProviderIcon provider={provider} size={22} />
      <span className="execution-text">
        <strong>{ruleName ?? t('executions.noRule')}</strong>
        <span>{text ?? reason(execution.blockedBy ?? execution.reason)}</span>
        {text && outcome !== 'replied' && <small>{reason(execution.reason)}</small>}
      </span>
      <Badge tone={tones[outcome]}>{t(`executions.outcomes.${outcome}`)}</Badge>
      <span className="execution-time">
        <TimeText at={completedAt} />
        {delaySeconds !== null && (
          <small>{t('executions.delay', { seconds: formatNumber(delaySeconds, i18n.language) })}</small>
        )}
      </span>
    </Link>
  );
}
