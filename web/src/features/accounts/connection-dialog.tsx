import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProviderNames } from '../../ui/provider-icon.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AssetChoice } from './asset-choice.tsx';
import { ConnectionFailedDialog } from './connection-failed-dialog.tsx';
import type { Connection } from './operations.ts';
import { useChooseAccounts, useConnection } from './queries.ts';

interface ConnectionDialogProps {
  connectionId: string;
  onClose(): void;
}

/** What a person sees who comes back from the provider's dialog: what was found there, to choose from. */
export function ConnectionDialog({ connectionId, onClose }: ConnectionDialogProps) {
  const { t } = useTranslation();
  const { data: connection, error, refetch } = useConnection(connectionId);
  if (connection?.failure) return <ConnectionFailedDialog code={connection.failure.code} onClose={onClose} />;
  if (connection) return <Choosing connection={connection} onClose={onClose} />;
  return (
    <Dialog title={t('accounts.chooseTitle')} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={2} />}
    </Dialog>
  );
}

function Choosing({ connection, onClose }: { connection: Connection; onClose(): void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const choose = useChooseAccounts(connection.connectionId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(connection.assets.filter((asset) => asset.gaps.length === 0).map((asset) => asset.externalId)),
  );

  function connect(event: FormEvent): void {
    event.preventDefault();
    choose.mutate([...chosen], {
      onSuccess: ({ items }) => {
        for (const { account, name } of items) {
          if (account) toast({ tone: 'done', text: t('accounts.connected', { name }) });
        }
        if (items.every((item) => item.account)) onClose();
      },
    });
  }

  const refusals = new Map(choose.data?.items.map((item) => [item.externalId, item.refusal?.code]));
  return (
    <Dialog
      title={t('accounts.chooseTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="choose-assets"
            busy={choose.isPending}
            disabled={chosen.size === 0}
          >
            {t('accounts.chosen', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <form id="choose-assets" onSubmit={connect}>
        <p>
          {connection.assets.length > 0
            ? t('accounts.choose', { provider: ProviderNames[connection.provider] })
            : t('accounts.chooseNone')}
        </p>
        <ul className="asset-list">
          {connection.assets.map((asset) => (
            <AssetChoice
              key={asset.externalId}
              asset={asset}
              provider={connection.provider}
              refusal={refusals.get(asset.externalId)}
              chosen={chosen.has(asset.externalId)}
              onToggle={() => setChosen(chosen.symmetricDifference(new Set([asset.externalId])))}
            />
          ))}
        </ul>
        {connection.missingScopes.length > 0 && (
          <p className="account-reason">
            {t('accounts.missingScopes', { scopes: connection.missingScopes.join(', ') })}
          </p>
        )}
      </form>
    </Dialog>
  );
}
