import { RefreshCw, Unlink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../lib/accounts.ts';
import { formatDate } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AccountHealth } from './account-health.tsx';
import { AutomationConsent } from './automation-consent.tsx';
import { useAccountActions, useStartConnection } from './queries.ts';

const tones: Record<Account['status'], Tone> = {
  active: 'green',
  needs_reconnect: 'amber',
  disconnected: 'grey',
};

export function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation();
  const mayManage = useMay('admin');
  return (
    <article className="card account-card">
      <Avatar name={account.name} imageUrl={account.avatarUrl} provider={account.provider} size={46} />
      <div className="account-about">
        <h2>
          {account.name} <Badge tone={tones[account.status]}>{t(`accounts.status.${account.status}`)}</Badge>
        </h2>
        <p>
          {t(`accounts.channelTypes.${account.channelType}`)} ·{' '}
          {account.lastSyncedAt ? (
            <>
              {t('accounts.synced')} <TimeText at={account.lastSyncedAt} />
            </>
          ) : (
            t('accounts.neverSynced')
          )}
        </p>
        {account.statusReason && <p className="account-reason">{account.statusReason}</p>}
        {account.limitations?.map((limitation) => (
          <p className="account-reason" key={limitation}>
            {t(`accounts.limitations.${limitation}`)}
          </p>
        ))}
        <AccountHealth account={account} />
      </div>
      {account.status !== 'disconnected' && <AutomationSwitch account={account} disabled={!mayManage} />}
      <AccountButtons account={account} mayManage={mayManage} />
    </article>
  );
}

function AutomationSwitch({ account, disabled }: { account: Account; disabled: boolean }) {
  const { t, i18n } = useTranslation();
  const { update } = useAccountActions(account);
  const since = account.automationEnabledAt;
  return (
    <div className="account-automation">
      <Switch
        label={t('accounts.automation')}
        showLabel
        checked={since !== null}
        disabled={disabled || update.isPending}
        onChange={(isAutomationEnabled) => update.mutate({ isAutomationEnabled })}
      />
      <p>
        {since
          ? t('accounts.automationSince', { date: formatDate(since, i18n.language) })
          : t('accounts.automationOff')}
      </p>
      <AutomationConsent account={account} disabled={disabled} />
    </div>
  );
}

function AccountButtons({ account, mayManage }: { account: Account; mayManage: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { sync, disconnect } = useAccountActions(account);
  const reconnect = useStartConnection();
  const mayRead = useMay('agent');
  const [asking, setAsking] = useState(false);
  const { name } = account;
  const toldBy = (key: 'accounts.syncStarted' | 'accounts.disconnected') => ({
    onSuccess: () => toast({ tone: 'done', text: t(key, { name }) }),
  });

  return (
    <div className="account-buttons">
      {account.status === 'active' && mayRead && (
        <Button
          size="small"
          icon={RefreshCw}
          busy={sync.isPending}
          onClick={() => sync.mutate(undefined, toldBy('accounts.syncStarted'))}
        >
          {t('accounts.sync')}
        </Button>
      )}
      {account.status !== 'active' && mayManage && (
        <Button
          size="small"
          look="primary"
          busy={reconnect.isPending}
          onClick={() => reconnect.mutate(account.provider)}
        >
          {t('accounts.reconnect')}
        </Button>
      )}
      {account.status !== 'disconnected' && mayManage && (
        <Button size="small" look="quiet" icon={Unlink} onClick={() => setAsking(true)}>
          {t('accounts.disconnect')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('accounts.disconnectTitle', { name })}
          text={t('accounts.disconnectText')}
          confirm={t('accounts.disconnect')}
          onClose={() => setAsking(false)}
          onConfirm={() => disconnect.mutate(undefined, toldBy('accounts.disconnected'))}
        />
      )}
    </div>
  );
}
