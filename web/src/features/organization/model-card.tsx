import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { Meter } from '../../ui/meter.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type ModelUsage, type Organization, useModelUsage, useUpdateOrganization } from './queries.ts';

const purposes = ['analysis', 'reply', 'suggestion', 'merge'] as const;
const SoonSpentPercent = 80;
const MicroUsdPerUsd = 1_000_000;

/** What the language model cost this month, and what it may. */
export function ModelCard({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const { data: usage } = useModelUsage();
  return (
    <section className="card model-card">
      <h2>{t('organization.model')}</h2>
      {usage && <Usage usage={usage} />}
      <BudgetForm organization={organization} />
    </section>
  );
}

function Usage({ usage }: { usage: ModelUsage }) {
  const { t, i18n } = useTranslation();
  const { spentUsd, monthlyUsd, spentPercent, isSpent } = usage;
  const dollars = (amount: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD' }).format(amount);
  return (
    <>
      <p className="model-spent">
        <strong>{dollars(spentUsd)}</strong>
        <span>
          {monthlyUsd === null
            ? t('organization.thisMonth')
            : t('organization.ofBudget', { budget: dollars(monthlyUsd) })}
        </span>
        {spentPercent !== null && (
          <Meter
            label={t('organization.spentPercent')}
            value={spentPercent}
            tone={isSpent ? 'red' : spentPercent >= SoonSpentPercent ? 'amber' : 'green'}
          />
        )}
        {isSpent && <Badge tone="red">{t('organization.spent')}</Badge>}
      </p>
      <table className="model-purposes">
        <thead>
          <tr>
            <th scope="col">{t('organization.purpose')}</th>
            <th scope="col">{t('organization.calls')}</th>
            <th scope="col">{t('organization.cost')}</th>
          </tr>
        </thead>
        <tbody>
          {purposes.map((purpose) => (
            <tr key={purpose}>
              <th scope="row">{t(`organization.purposes.${purpose}`)}</th>
              <td>{formatNumber(usage.purposes[purpose].calls, i18n.language)}</td>
              <td>{dollars(usage.purposes[purpose].microUsd / MicroUsdPerUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function BudgetForm({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const toast = useToast();
  const mayChange = useMay('admin');
  const update = useUpdateOrganization(organization.version, () =>
    toast({ tone: 'done', text: t('state.saved') }),
  );

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const budget = Number(values.get('budget'));
    update.mutate({
      modelBudget: { monthlyUsd: budget > 0 ? budget : null },
      analysesWithoutRules: values.has('analysesWithoutRules'),
    });
  }

  return (
    <form onSubmit={send}>
      <fieldset className="form" disabled={!mayChange}>
        <TextField
          name="budget"
          type="number"
          min={0}
          max={1_000_000}
          step="any"
          label={t('organization.budget')}
          hint={t('organization.budgetHint')}
          defaultValue={organization.modelBudget?.monthlyUsd ?? ''}
        />
        <Checkbox
          name="analysesWithoutRules"
          defaultChecked={organization.analysesWithoutRules ?? true}
          label={t('organization.analysesWithoutRules')}
        />
        {mayChange && (
          <div>
            <Button type="submit" busy={update.isPending}>
              {t('organization.saveBudget')}
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}
