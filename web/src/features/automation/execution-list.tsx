import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { useExecutions } from './automation-queries.ts';
import { ExecutionRow } from './execution-row.tsx';
import type { ExecutionOutcome } from './operations.ts';
import { useRules } from './rule-queries.ts';

const outcomes: readonly ExecutionOutcome[] = [
  'replied',
  'blocked',
  'cancelled',
  'failed',
  'unconfirmed',
  'webhook_sent',
  'dry_run',
];

export function ExecutionList() {
  const { t } = useTranslation();
  const { data: rules = [] } = useRules();
  const [ruleId, setRuleId] = useState('');
  const [outcome, setOutcome] = useState<ExecutionOutcome>();
  const pages = useExecutions({ ...(ruleId && { ruleId }), ...(outcome && { outcome }) });
  return (
    <>
      <div className="automation-filters">
        <Select
          label={t('executions.rule')}
          value={ruleId}
          onChange={({ target }) => setRuleId(target.value)}
        >
          <option value="">{t('executions.anyRule')}</option>
          {rules.map((rule) => (
            <option key={rule.ruleId} value={rule.ruleId}>
              {rule.name}
            </option>
          ))}
        </Select>
        <Select
          label={t('executions.outcome')}
          value={outcome ?? ''}
          onChange={({ target }) => setOutcome(outcomes.find((one) => one === target.value))}
        >
          <option value="">{t('executions.anyOutcome')}</option>
          {outcomes.map((one) => (
            <option key={one} value={one}>
              {t(`executions.outcomes.${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <PageList
        pages={pages}
        className="card card-list"
        keyOf={(execution) => execution.executionId}
        render={(execution) => <ExecutionRow execution={execution} />}
        empty={
          <EmptyState icon={History} title={t('executions.emptyTitle')}>
            {t('executions.empty')}
          </EmptyState>
        }
      />
    </>
  );
}
