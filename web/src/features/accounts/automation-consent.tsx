import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../lib/accounts.ts';
import { formatDate } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useAccountActions } from './queries.ts';

/** Where a platform's terms ask for it, nothing is answered by rules before a person agreed to it expressly (CM-09). */
export function AutomationConsent({ account, disabled }: { account: Account; disabled: boolean }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { update } = useAccountActions(account);
  const since = account.automationConsentAt;
  if (account.capabilities?.automation !== 'with-consent') return null;
  return (
    <div className="account-consent">
      <p>
        {since
          ? t('accounts.consent.given', { date: formatDate(since, i18n.language) })
          : t('accounts.consent.missing')}
      </p>
      {!disabled && (
        <Button
          size="small"
          look={since ? 'quiet' : 'primary'}
          busy={update.isPending}
          onClick={() => (since ? update.mutate({ hasAutomationConsent: false }) : setAsking(true))}
        >
          {t(since ? 'accounts.consent.revoke' : 'accounts.consent.give')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('accounts.consent.title', { name: account.name })}
          text={t('accounts.consent.text')}
          confirm={t('accounts.consent.give')}
          isHarmless
          onClose={() => setAsking(false)}
          onConfirm={() => update.mutate({ hasAutomationConsent: true })}
        />
      )}
    </div>
  );
}
