import { Plus, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { useWebhooks } from '../../lib/webhooks.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import './webhooks.css';

export function WebhooksPage() {
  const { t } = useTranslation();
  const maySee = useMay('admin');
  const { data: webhooks, error, refetch } = useWebhooks();
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string>();
  const create = (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('webhooks.create')}
    </Button>
  );
  return (
    <Page
      title={t('webhooks.title')}
      lead={t('webhooks.lead')}
      actions={webhooks && webhooks.length > 0 && create}
    >
      {!maySee && (
        <EmptyState icon={WebhookIcon} title={t('webhooks.adminsOnlyTitle')}>
          {t('webhooks.adminsOnly')}
        </EmptyState>
      )}
      {error && !webhooks && <ErrorState error={error} onRetry={() => void refetch()} />}
      {maySee && !webhooks && !error && <SkeletonList rows={3} />}
      {webhooks?.length === 0 && (
        <EmptyState icon={WebhookIcon} title={t('webhooks.emptyTitle')} action={create}>
          {t('webhooks.empty')}
        </EmptyState>
      )}
      <ul className="webhook-list">
        {webhooks?.map((webhook) => (
          <li key={webhook.webhookId}>
            <WebhookCard webhook={webhook} onSecret={setSecret} />
          </li>
        ))}
      </ul>
      {creating && (
        <WebhookDialog
          onClose={() => setCreating(false)}
          onCreated={(made) => {
            setCreating(false);
            setSecret(made);
          }}
        />
      )}
      {secret && (
        <SecretDialog
          title={t('webhooks.secretTitle')}
          text={t('webhooks.secretText')}
          label={t('webhooks.secret')}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </Page>
  );
}
