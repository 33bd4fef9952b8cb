import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAccounts } from '../../lib/accounts.ts';
import { useMay } from '../../lib/me.ts';
import { Page } from '../../ui/page.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { AccountCard } from './account-card.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionFailedDialog } from './connection-failed-dialog.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import './accounts.css';

export function AccountsPage() {
  const { t } = useTranslation();
  const mayConnect = useMay('admin');
  const [search, setSearch] = useSearchParams();
  const { data: accounts, error, refetch } = useAccounts();
  const connectionId = search.get('connection');
  const failure = search.get('error');
  const close = () => setSearch({}, { replace: true });

  return (
    <Page title={t('accounts.title')} lead={t('accounts.lead')}>
      {connectionId && !failure && <ConnectionDialog connectionId={connectionId} onClose={close} />}
      {failure && <ConnectionFailedDialog code={failure} onClose={close} />}
      {mayConnect && <ProviderButtons />}
      {error && !accounts && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!accounts && !error && <SkeletonList rows={3} />}
      {accounts?.length === 0 && (
        <EmptyState icon={Link2} title={t('accounts.emptyTitle')}>
          {t('accounts.empty')}
        </EmptyState>
      )}
      {accounts && accounts.length > 0 && (
        <ul className="account-list">
          {accounts.map((account) => (
            <li key={account.accountId}>
              <AccountCard account={account} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
