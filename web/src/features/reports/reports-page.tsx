import { BarChart3, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { useSchedules } from './queries.ts';
import { ScheduleCard } from './schedule-card.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import './reports.css';

export function ReportsPage() {
  const { t } = useTranslation();
  const mayCreate = useMay('admin');
  const [creating, setCreating] = useState(false);
  const pages = useSchedules();
  const create = mayCreate && (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('reports.create')}
    </Button>
  );
  return (
    <Page
      title={t('reports.title')}
      lead={t('reports.lead')}
      actions={pages.items && pages.items.length > 0 && create}
    >
      <PageList
        pages={pages}
        className="schedule-list"
        keyOf={(schedule) => schedule.scheduleId}
        render={(schedule) => <ScheduleCard schedule={schedule} />}
        empty={
          <EmptyState icon={BarChart3} title={t('reports.emptyTitle')} action={create}>
            {t('reports.empty')}
          </EmptyState>
        }
      />
      {creating && <ScheduleDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
