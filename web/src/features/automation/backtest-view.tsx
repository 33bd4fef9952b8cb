import { History } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { backtestOf } from './backtest-form.ts';
import { useStartBacktest } from './backtest-queries.ts';
import { BacktestResult } from './backtest-result.tsx';
import type { Rule } from './operations.ts';
import { useRules } from './rule-queries.ts';

const periods = ['7', '30', '90'] as const;

/** What a set of rules would have done, beside what happened (AR-17). */
export function BacktestView() {
  const { t } = useTranslation();
  const mayStart = useMay('agent');
  const { data: rules } = useRules();
  if (!rules) return <SkeletonList rows={3} />;
  if (!mayStart || rules.length === 0) {
    return (
      <EmptyState icon={History} title={t('backtest.emptyTitle')}>
        {t(mayStart ? 'backtest.empty' : 'backtest.agentsOnly')}
      </EmptyState>
    );
  }
  return <BacktestForm rules={rules} />;
}

function BacktestForm({ rules }: { rules: readonly Rule[] }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { start, job } = useStartBacktest();
  const [days, setDays] = useState<(typeof periods)[number]>('30');
  const [ruleIds, setRuleIds] = useState<readonly string[]>(() =>
    rules.filter((rule) => rule.enabled).map((rule) => rule.ruleId),
  );
  const isUnderWay = start.isPending || job?.status === 'running';

  function send(event: FormEvent): void {
    event.preventDefault();
    start.mutate(backtestOf(rules, { ruleIds, days: Number(days), now: Date.now() }));
  }

  return (
    <div className="tester">
      <form className="card form tester-form" onSubmit={send}>
        <p className="field-hint">{t('backtest.lead')}</p>
        <fieldset className="rule-choices">
          <legend>{t('backtest.rules')}</legend>
          {rules.map(({ ruleId, name, enabled }) => (
            <Checkbox
              key={ruleId}
              label={enabled ? name : t('backtest.offRule', { name })}
              checked={ruleIds.includes(ruleId)}
              onChange={({ target }) =>
                setRuleIds(target.checked ? [...ruleIds, ruleId] : ruleIds.filter((one) => one !== ruleId))
              }
            />
          ))}
        </fieldset>
        <Choice
          legend={t('figures.period')}
          value={days}
          options={periods.map((value) => ({ value, label: t('figures.days', { count: Number(value) }) }))}
          onChange={(next) => setDays(next)}
        />
        {start.error && <FormError>{errorText(start.error).advice}</FormError>}
        {job?.status === 'failed' && <FormError>{t('backtest.failed')}</FormError>}
        <div>
          <Button
            type="submit"
            look="primary"
            icon={History}
            busy={isUnderWay}
            disabled={ruleIds.length === 0}
          >
            {t('backtest.start')}
          </Button>
        </div>
      </form>
      {job?.status === 'running' && (
        <Progress label={t('backtest.running')} done={job.doneParts} of={job.parts} />
      )}
      {job?.status === 'succeeded' && <BacktestResult key={job.jobId} jobId={job.jobId} />}
    </div>
  );
}
