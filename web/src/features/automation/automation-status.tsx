import { CirclePause, CirclePlay, OctagonPause } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absoluteTime } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useAutomation, useAutomationSwitches } from './automation-queries.ts';
import { HeldReplies } from './held-replies.tsx';

/** The kill switch, always in sight: stopping asks once, going on does not. */
export function AutomationStatus() {
  const { t, i18n } = useTranslation();
  const toast = useToast();
  const mayChange = useMay('admin');
  const [asking, setAsking] = useState(false);
  const { data: state } = useAutomation();
  const { pause, dryRun } = useAutomationSwitches();
  if (!state) return null;
  const { pausedAt } = state;
  const Icon = pausedAt ? CirclePause : CirclePlay;

  const setPaused = (paused: boolean) =>
    pause.mutate(paused, {
      onSuccess: () =>
        toast({ tone: 'done', text: t(paused ? 'automation.wasPaused' : 'automation.resumed') }),
    });

  return (
    <section className="card automation-status" data-paused={pausedAt !== null}>
      <Icon size={30} strokeWidth={1.7} aria-hidden="true" />
      <div className="automation-status-text" role="status">
        <h2>{t(pausedAt ? 'automation.paused' : 'automation.running')}</h2>
        <p>
          {pausedAt
            ? t('automation.pausedSince', { date: absoluteTime(pausedAt, i18n.language) })
            : t('automation.runningHint')}
        </p>
      </div>
      <div className="automation-dry-run" title={t('automation.dryRunHint')}>
        <Switch
          label={t('automation.dryRun')}
          showLabel
          checked={state.dryRun}
          disabled={!mayChange || dryRun.isPending}
          onChange={(on) => dryRun.mutate(on)}
        />
      </div>
      {mayChange &&
        (pausedAt ? (
          <Button look="primary" icon={CirclePlay} busy={pause.isPending} onClick={() => setPaused(false)}>
            {t('automation.resume')}
          </Button>
        ) : (
          <Button icon={OctagonPause} busy={pause.isPending} onClick={() => setAsking(true)}>
            {t('automation.pause')}
          </Button>
        ))}
      {state.heldReplies && <HeldReplies held={state.heldReplies} mayChange={mayChange} />}
      {asking && (
        <ConfirmDialog
          title={t('automation.pauseTitle')}
          text={t('automation.pauseText')}
          confirm={t('automation.pause')}
          onConfirm={() => setPaused(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
