import { useMutation } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { useMay } from '../../lib/me.ts';
import { useApi } from '../../lib/services.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { TestRules } from './operations.ts';
import { useRules } from './rule-queries.ts';
import { TesterFields } from './tester-fields.tsx';
import { emptyTest, type TesterForm, testOf } from './tester-form.ts';
import { TesterResult } from './tester-result.tsx';

/** Would a message be answered, by which rule, with what, and why: by the very decision that real ones get (AR-16). */
export function RuleTester() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const api = useApi();
  const mayTry = useMay('agent');
  const { data: rules = [] } = useRules();
  const [form, setForm] = useState<TesterForm>(emptyTest);
  const [ruleId, setRuleId] = useState('');
  const rule = rules.find((one) => one.ruleId === ruleId);
  const test = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: () => api.call(TestRules, { body: testOf(form, rule) }),
  });
  const change = (changes: Partial<TesterForm>) => setForm((current) => ({ ...current, ...changes }));

  function send(event: FormEvent): void {
    event.preventDefault();
    test.mutate();
  }

  if (!mayTry) {
    return (
      <EmptyState icon={FlaskConical} title={t('tester.agentsOnlyTitle')}>
        {t('tester.agentsOnly')}
      </EmptyState>
    );
  }
  return (
    <div className="tester">
      <form className="card form tester-form" onSubmit={send}>
        <p className="field-hint">{t('tester.lead')}</p>
        <TextArea
          label={t('tester.message')}
          placeholder={t('tester.messagePlaceholder')}
          maxLength={8_000}
          required
          value={form.message}
          onChange={({ target }) => change({ message: target.value })}
        />
        <Select label={t('tester.rules')} value={ruleId} onChange={({ target }) => setRuleId(target.value)}>
          <option value="">{t('tester.allRules')}</option>
          {rules.map((one) => (
            <option key={one.ruleId} value={one.ruleId}>
              {t('tester.onlyRule', { name: one.name })}
            </option>
          ))}
        </Select>
        <TesterFields form={form} onChange={change} />
        {test.error && <FormError>{errorText(test.error).advice}</FormError>}
        <div>
          <Button type="submit" look="primary" icon={FlaskConical} busy={test.isPending}>
            {t('tester.try')}
          </Button>
        </div>
      </form>
      {test.data && <TesterResult result={test.data} />}
    </div>
  );
}
