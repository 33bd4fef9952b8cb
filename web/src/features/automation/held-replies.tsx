import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDropHeldReplies } from './automation-queries.ts';
import type { AutomationState } from './operations.ts';

interface HeldRepliesProps {
  held: NonNullable<AutomationState['heldReplies']>;
  mayChange: boolean;
}

/** What the pause keeps from being posted, and a way to hand it to people without going on. */
export function HeldReplies({ held, mayChange }: HeldRepliesProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { drop, job } = useDropHeldReplies();
  const { count, isComplete } = held;
  if (job?.status === 'running') {
    return (
      <div className="automation-held">
        <Progress label={t('automation.held.dropping')} done={job.doneParts} of={job.parts} />
      </div>
    );
  }
  return (
    <div className="automation-held">
      <p>{t(isComplete ? 'automation.held.count' : 'automation.held.atLeast', { count })}</p>
      {mayChange && count > 0 && (
        <Button size="small" icon={UserRoundCheck} busy={drop.isPending} onClick={() => setAsking(true)}>
          {t('automation.held.drop')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('automation.held.dropTitle')}
          text={t('automation.held.dropText')}
          confirm={t('automation.held.drop')}
          onConfirm={() => drop.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
