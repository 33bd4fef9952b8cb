import { Check, Minus, SkipForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListExecutions } from '../../../shared/contract/api/automation.ts';
import type { Answer } from '../lib/operation.ts';
import './trace-list.css';

export type RuleTrace = Answer<typeof ListExecutions>['items'][number]['trace'][number];

const icons = { matched: Check, not_matched: Minus, passed_over: SkipForward };

/** Every rule that was considered, with the first thing that kept it from fitting. */
export function TraceList({ traces }: { traces: readonly RuleTrace[] }) {
  return (
    <ul className="trace-list">
      {traces.map((trace) => (
        <TraceLine key={trace.ruleId} trace={trace} />
      ))}
    </ul>
  );
}

function TraceLine({ trace: { name, outcome, failed, unknown } }: { trace: RuleTrace }) {
  const { t } = useTranslation();
  const checkText = useCheckText();
  const Icon = icons[outcome];
  return (
    <li>
      <Icon size={15} aria-hidden="true" />
      <strong>{name}</strong>
      <span>{t(`timeline.outcomes.${outcome}`)}</span>
      {failed && <span>({checkText(failed)})</span>}
      {unknown && unknown.length > 0 && <span>{t('timeline.unknown', { facts: unknown.join(', ') })}</span>}
    </li>
  );
}

/** The failed check in words, with what was found where the check looked at more than yes or no. */
function useCheckText(): (failed: NonNullable<RuleTrace['failed']>) => string {
  const { t, i18n } = useTranslation();
  return ({ name, actual }) => {
    const key = `timeline.checks.${name.split(' ')[0]}`;
    const check = i18n.exists(key) ? (t as (key: string) => string)(key) : name;
    const shown = Array.isArray(actual) ? actual.join(', ') : actual;
    return typeof shown === 'string' || typeof shown === 'number'
      ? t('timeline.check', { check, actual: shown })
      : check;
  };
}
