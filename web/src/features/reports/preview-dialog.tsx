import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Period, Schedule } from './operations.ts';
import { usePreview, useScheduleActions } from './queries.ts';

const periods: readonly Period[] = ['last', 'current'];

/** A report as its recipients would read it, and a copy for the one who looks. */
export function PreviewDialog({ schedule, onClose }: { schedule: Schedule; onClose(): void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const maySend = useMay('admin');
  const [period, setPeriod] = useState<Period>('last');
  const { data: page, error, refetch } = usePreview(schedule.scheduleId, period);
  const { send } = useScheduleActions(schedule);
  const title = t('reports.previewTitle', { name: schedule.name });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide
      actions={
        maySend && (
          <Button
            look="primary"
            icon={Send}
            busy={send.isPending}
            onClick={() =>
              send.mutate(period, { onSuccess: () => toast({ tone: 'done', text: t('reports.onItsWay') }) })
            }
          >
            {t('reports.sendToMe')}
          </Button>
        )
      }
    >
      <Choice<Period>
        legend={t('reports.period')}
        hideLegend
        value={period}
        options={periods.map((value) => ({ value, label: t(`reports.periods.${value}`) }))}
        onChange={setPeriod}
      />
      {error && !page && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!page && !error && <SkeletonList rows={5} />}
      {page && <iframe className="report-preview" title={title} sandbox="" srcDoc={page} />}
    </Dialog>
  );
}
