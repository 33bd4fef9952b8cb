import { LineChart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useAccounts } from '../../lib/accounts.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { OverviewView } from './overview-view.tsx';
import { useOverview } from './queries.ts';
import './analytics.css';

const periods = ['7', '30', '90'] as const;

export function AnalyticsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const period = periods.find((one) => one === search.get('days')) ?? '30';
  const accountId = search.get('account') ?? undefined;
  const { data: overview, error, refetch } = useOverview(Number(period), accountId);
  const choose = (name: string, value: string) =>
    setSearch((current) => withValue(current, name, value), { replace: true });

  return (
    <Page title={t('analytics.title')} lead={t('analytics.lead')}>
      <div className="analytics-filters">
        <Choice
          legend={t('analytics.period')}
          hideLegend
          value={period}
          options={periods.map((value) => ({ value, label: t('analytics.days', { count: Number(value) }) }))}
          onChange={(value) => choose('days', value)}
        />
        <AccountFilter accountId={accountId} onChange={(value) => choose('account', value)} />
      </div>
      {error && !overview && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!overview && !error && <SkeletonList rows={6} />}
      {overview?.current.figures.interactions === 0 && (
        <EmptyState
          icon={LineChart}
          title={t('analytics.emptyTitle')}
          action={
            <Link className="button" data-look="primary" to="/settings/accounts">
              {t('analytics.emptyAction')}
            </Link>
          }
        >
          {t('analytics.empty')}
        </EmptyState>
      )}
      {overview && overview.current.figures.interactions > 0 && <OverviewView overview={overview} />}
    </Page>
  );
}

interface AccountFilterProps {
  accountId: string | undefined;
  onChange(accountId: string): void;
}

function AccountFilter({ accountId, onChange }: AccountFilterProps) {
  const { t } = useTranslation();
  const { data: accounts = [] } = useAccounts();
  return (
    <Select
      label={t('analytics.account')}
      value={accountId ?? ''}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('analytics.allAccounts')}</option>
      {accounts.map((account) => (
        <option key={account.accountId} value={account.accountId}>
          {account.name}
        </option>
      ))}
    </Select>
  );
}

function withValue(search: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
