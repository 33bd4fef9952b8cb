import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../lib/webhooks.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Delivery } from './operations.ts';
import { useDeliveries, useReplay } from './queries.ts';

const tones: Record<Delivery['status'], Tone> = { waiting: 'amber', delivered: 'green', failed: 'red' };

/** What was sent in the last 30 days, what came back, and a way to send it again. */
export function DeliveriesDialog({ webhook, onClose }: { webhook: Webhook; onClose(): void }) {
  const { t } = useTranslation();
  const replay = useReplay(webhook.webhookId);
  return (
    <Dialog
      title={t('webhooks.deliveriesTitle', { name: webhook.description || webhook.url })}
      onClose={onClose}
      wide
    >
      <PageList
        pages={useDeliveries(webhook.webhookId)}
        className="webhook-deliveries"
        keyOf={(delivery) => delivery.deliveryId}
        render={(delivery) => (
          <DeliveryRow delivery={delivery} onReplay={() => replay.mutate(delivery.deliveryId)} />
        )}
        empty={<p>{t('webhooks.noDeliveries')}</p>}
      />
    </Dialog>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay(): void }) {
  const { t } = useTranslation();
  const { eventType, status, attempts, answer, body, problem, createdAt, nextAt } = delivery;
  const last = attempts.at(-1);
  return (
    <details>
      <summary>
        <span>{eventType}</span>
        <Badge tone={tones[status]}>{t(`webhooks.statuses.${status}`)}</Badge>
        {last?.status != null && <code>{last.status}</code>}
        <TimeText at={createdAt} />
      </summary>
      {(problem ?? last?.problem) && <p>{problem ?? last?.problem}</p>}
      {status === 'waiting' && nextAt && (
        <p>
          {t('webhooks.next')} <TimeText at={nextAt} />
        </p>
      )}
      <pre>{body}</pre>
      {answer && <pre>{answer}</pre>}
      <IconButton size="small" icon={RotateCcw} label={t('webhooks.replay')} onClick={onReplay} />
    </details>
  );
}
