import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import type { Delivery, Schedule } from './operations.ts';
import { useDeliveries } from './queries.ts';

const tones: Record<Delivery['status'], Tone> = {
  sending: 'accent',
  retrying: 'amber',
  sent: 'green',
  delivered: 'green',
  bounced: 'red',
  complained: 'red',
  failed: 'red',
  suppressed: 'grey',
  unsubscribed: 'grey',
  skipped: 'grey',
};

/** Who got which report, and what became of it. */
export function DeliveriesDialog({ schedule, onClose }: { schedule: Schedule; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('reports.historyTitle', { name: schedule.name })} onClose={onClose} wide>
      <PageList
        pages={useDeliveries(schedule.scheduleId)}
        className="delivery-list"
        keyOf={(delivery) => delivery.deliveryId}
        render={(delivery) => <DeliveryRow delivery={delivery} />}
        empty={<p>{t('reports.noHistory')}</p>}
      />
    </Dialog>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation();
  const { recipient, status, period, reason, occasion, startedAt, finishedAt } = delivery;
  const day = (at: string) => formatDate(at, i18n.language);
  return (
    <div>
      <span>
        <strong>{recipient.name || recipient.email}</strong> · {day(period.from)} – {day(period.to)}
        {occasion === 'preview' && ` · ${t('reports.onDemand')}`}
      </span>
      <Badge tone={tones[status]}>{t(`reports.deliveries.${status}`)}</Badge>
      <TimeText at={finishedAt ?? startedAt} />
      {reason && <small>{reason}</small>}
    </div>
  );
}
