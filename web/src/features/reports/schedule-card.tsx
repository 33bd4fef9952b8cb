import { Eye, History, Pencil, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import type { Schedule } from './operations.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import { useScheduleActions } from './queries.ts';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { useTimingText } from './schedule-text.ts';

export function ScheduleCard({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const mayManage = useMay('admin');
  const timing = useTimingText();
  const { update } = useScheduleActions(schedule);
  const {
    name,
    enabled,
    recipients,
    lastSentAt,
    nextScheduledAt,
    lastFailure,
    reportType,
    format,
    onlyWhenThereIsSomething,
  } = schedule;
  return (
    <article className="card schedule" data-off={!enabled}>
      <Switch
        label={t('reports.switch', { name })}
        checked={enabled}
        disabled={!mayManage || update.isPending}
        onChange={(on) => update.mutate({ enabled: on })}
      />
      <div className="schedule-about">
        <h2>{name}</h2>
        <p>{timing(schedule)}</p>
        <p>
          {t(`reports.types.${reportType}`)} · {t(`reports.formats.${format}`)}
          {onlyWhenThereIsSomething && ` · ${t('reports.onlyWhenThereIsSomething')}`}
        </p>
        <p>{t('reports.to', { names: recipients.map((one) => one.name || one.email).join(', ') })}</p>
        {lastFailure && (
          <p className="schedule-failure">
            {t('reports.failed', { email: lastFailure.email, reason: lastFailure.reason })}
          </p>
        )}
      </div>
      <dl className="schedule-times">
        <div>
          <dt>{t('reports.next')}</dt>
          <dd>{nextScheduledAt ? <TimeText at={nextScheduledAt} /> : t('reports.off')}</dd>
        </div>
        <div>
          <dt>{t('reports.last')}</dt>
          <dd>{lastSentAt ? <TimeText at={lastSentAt} /> : t('reports.never')}</dd>
        </div>
      </dl>
      <ScheduleButtons schedule={schedule} mayManage={mayManage} />
    </article>
  );
}

function ScheduleButtons({ schedule, mayManage }: { schedule: Schedule; mayManage: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { send, remove } = useScheduleActions(schedule);
  const [shown, setShown] = useState<'preview' | 'history' | 'editing' | 'deletion'>();
  const hide = () => setShown(undefined);
  const sent = { onSuccess: () => toast({ tone: 'done', text: t('reports.sent') }) };
  return (
    <div className="schedule-buttons">
      {mayManage && (
        <Button size="small" icon={Send} busy={send.isPending} onClick={() => send.mutate('current', sent)}>
          {t('reports.sendNow')}
        </Button>
      )}
      <IconButton size="small" icon={Eye} label={t('reports.preview')} onClick={() => setShown('preview')} />
      <IconButton
        size="small"
        icon={History}
        label={t('reports.history')}
        onClick={() => setShown('history')}
      />
      {mayManage && (
        <IconButton size="small" icon={Pencil} label={t('action.edit')} onClick={() => setShown('editing')} />
      )}
      {mayManage && (
        <IconButton
          size="small"
          icon={Trash2}
          label={t('action.delete')}
          onClick={() => setShown('deletion')}
        />
      )}
      {shown === 'preview' && <PreviewDialog schedule={schedule} onClose={hide} />}
      {shown === 'editing' && <ScheduleDialog schedule={schedule} onClose={hide} />}
      {shown === 'history' && <DeliveriesDialog schedule={schedule} onClose={hide} />}
      {shown === 'deletion' && (
        <ConfirmDialog
          title={t('reports.deleteTitle', { name: schedule.name })}
          text={t('reports.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate()}
          onClose={hide}
        />
      )}
    </div>
  );
}
