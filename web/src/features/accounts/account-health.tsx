import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../lib/accounts.ts';
import { formatDate } from '../../lib/format.ts';

type Finding = NonNullable<Account['health']>['findings'][number];

/** What the daily look found; the codes are told in the console's language, details in the server's. */
export function AccountHealth({ account }: { account: Account }) {
  const { t, i18n } = useTranslation();
  const { health } = account;
  if (!health || health.findings.length === 0 || account.status !== 'active') return null;
  return (
    <details className="account-health">
      <summary>
        <TriangleAlert size={15} aria-hidden="true" />
        {t('accounts.health.title', { count: health.findings.length })}
      </summary>
      <ul>
        {health.findings.map((finding) => (
          <li key={`${finding.code} ${finding.message}`} data-severity={finding.severity}>
            <FindingText finding={finding} account={account} />
          </li>
        ))}
      </ul>
      <p>{t('accounts.health.checked', { date: formatDate(health.checkedAt, i18n.language) })}</p>
    </details>
  );
}

function FindingText({ finding, account }: { finding: Finding; account: Account }) {
  const { t, i18n } = useTranslation();
  const date = account.tokenExpiresAt ? formatDate(account.tokenExpiresAt, i18n.language) : '';
  return (
    <>
      {t(`accounts.health.codes.${finding.code}`, { name: account.name, date })}
      {finding.code === 'scope_missing' || finding.code === 'not_checked' ? (
        <small lang="en">{finding.message}</small>
      ) : null}
    </>
  );
}
