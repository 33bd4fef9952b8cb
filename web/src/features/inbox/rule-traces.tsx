import { useTranslation } from 'react-i18next';
import { TraceList } from '../../ui/trace-list.tsx';
import { useTraces } from './use-interaction.ts';

/** The rules that were considered, out of the way until somebody asks. */
export function RuleTraces({ interactionId }: { interactionId: string }) {
  const { t } = useTranslation();
  const { data: traces = [] } = useTraces(interactionId);
  if (traces.length === 0) return null;
  return (
    <details className="timeline-more">
      <summary>{t('timeline.traces')}</summary>
      <TraceList traces={traces} />
    </details>
  );
}
