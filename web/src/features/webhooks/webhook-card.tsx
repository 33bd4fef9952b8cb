import { History, KeyRound, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../lib/webhooks.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { useWebhookActions } from './queries.ts';
import { keyOf } from './webhook-dialog.tsx';

interface WebhookCardProps {
  webhook: Webhook;
  onSecret(secret: string): void;
}

export function WebhookCard({ webhook, onSecret }: WebhookCardProps) {
  const { t } = useTranslation();
  const { update } = useWebhookActions(webhook);
  const { url, description, enabled, eventTypes, disabledReason, failingSince } = webhook;
  return (
    <article className="card webhook">
      <Switch
        label={t('webhooks.switch', { name: description || url })}
        checked={enabled}
        disabled={update.isPending}
        onChange={(on) => update.mutate({ enabled: on })}
      />
      <div className="webhook-about">
        <h2>{description || url}</h2>
        {description && <p>{url}</p>}
        <p>
          {eventTypes.length === 0
            ? t('webhooks.rulesOnly')
            : eventTypes.map((type) => t(`webhooks.types.${keyOf(type)}`)).join(' · ')}
        </p>
        {!enabled && disabledReason && disabledReason !== 'by_member' && (
          <p className="webhook-problem">{t(`webhooks.disabled.${disabledReason}`)}</p>
        )}
        {enabled && failingSince && (
          <p className="webhook-problem">
            {t('webhooks.failing')} <TimeText at={failingSince} />
          </p>
        )}
      </div>
      <WebhookButtons webhook={webhook} onSecret={onSecret} />
    </article>
  );
}

function WebhookButtons({ webhook, onSecret }: WebhookCardProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const { remove, rotate, test } = useWebhookActions(webhook);
  const [shown, setShown] = useState<'deliveries' | 'rotation' | 'deletion'>();
  const hide = () => setShown(undefined);
  const name = webhook.description || webhook.url;
  return (
    <div className="webhook-buttons">
      <Button
        size="small"
        icon={Send}
        busy={test.isPending}
        onClick={() =>
          test.mutate(undefined, { onSuccess: () => toast({ tone: 'done', text: t('webhooks.tested') }) })
        }
      >
        {t('webhooks.test')}
      </Button>
      <IconButton
        size="small"
        icon={History}
        label={t('webhooks.deliveries')}
        onClick={() => setShown('deliveries')}
      />
      <IconButton
        size="small"
        icon={KeyRound}
        label={t('webhooks.rotate')}
        onClick={() => setShown('rotation')}
      />
      <IconButton
        size="small"
        icon={Trash2}
        label={t('action.delete')}
        onClick={() => setShown('deletion')}
      />
      {shown === 'deliveries' && <DeliveriesDialog webhook={webhook} onClose={hide} />}
      {shown === 'rotation' && (
        <ConfirmDialog
          title={t('webhooks.rotateTitle', { name })}
          text={t('webhooks.rotateText')}
          confirm={t('webhooks.rotate')}
          isHarmless
          onConfirm={() => rotate.mutate(undefined, { onSuccess: ({ secret }) => onSecret(secret) })}
          onClose={hide}
        />
      )}
      {shown === 'deletion' && (
        <ConfirmDialog
          title={t('webhooks.deleteTitle', { name })}
          text={t('webhooks.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={hide}
        />
      )}
    </div>
  );
}
