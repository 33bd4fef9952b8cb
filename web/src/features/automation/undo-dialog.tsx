import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useErrorText } from '../../lib/error-text.ts';
import { useReasonText } from '../../lib/reason-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Rule } from './operations.ts';
import { useUndo, useUndone } from './undo-queries.ts';

const MillisecondsPerDay = 86_400_000;
const MostDays = 30;

/** What the browser's own field for a date and a time understands, by the person's clock. */
function localTime(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface UndoDialogProps {
  rule: Rule;
  onClose(): void;
}

/** Deletes what a rule posted; what it answered goes to people, and no rule answers it again. */
export function UndoDialog({ rule, onClose }: UndoDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { start, job } = useUndo(rule.ruleId);
  const [openedAt] = useState(() => Date.now());
  const [since, setSince] = useState(() => localTime(openedAt - MillisecondsPerDay));
  const isUnderWay = start.isPending || job?.status === 'running';

  function send(event: FormEvent): void {
    event.preventDefault();
    start.mutate(new Date(since).toISOString());
  }

  return (
    <Dialog
      title={t('undo.title', { name: rule.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(job ? 'action.close' : 'action.cancel')}</Button>
          {!job && (
            <Button type="submit" form="undo" look="danger" busy={isUnderWay}>
              {t('undo.confirm')}
            </Button>
          )}
        </>
      }
    >
      {!job && (
        <form id="undo" className="form" onSubmit={send}>
          <p>{t('undo.text')}</p>
          {rule.enabled && <p className="rule-warning">{t('undo.stillOn')}</p>}
          <TextField
            type="datetime-local"
            label={t('undo.since')}
            hint={t('undo.sinceHint')}
            min={localTime(openedAt - MostDays * MillisecondsPerDay + 60_000)}
            max={localTime(openedAt)}
            required
            value={since}
            onChange={({ target }) => setSince(target.value)}
          />
          {start.error && <FormError>{errorText(start.error).advice}</FormError>}
        </form>
      )}
      {job?.status === 'running' && (
        <Progress label={t('undo.running')} done={job.doneParts} of={job.parts} />
      )}
      {job?.status === 'failed' && <FormError>{t('undo.failed')}</FormError>}
      {job?.status === 'succeeded' && (
        <UndoResult ruleId={rule.ruleId} jobId={job.jobId} result={job.result ?? {}} />
      )}
    </Dialog>
  );
}

interface UndoResultProps {
  ruleId: string;
  jobId: string;
  result: Record<string, unknown>;
}

function UndoResult({ ruleId, jobId, result }: UndoResultProps) {
  const { t } = useTranslation();
  const notDeleted = Number(result['notDeleted'] ?? 0);
  return (
    <div className="form" role="status">
      <p>{t('undo.deleted', { count: Number(result['deleted'] ?? 0) })}</p>
      {notDeleted > 0 && (
        <>
          <p className="rule-warning">{t('undo.notDeleted', { count: notDeleted })}</p>
          <NotDeleted ruleId={ruleId} jobId={jobId} />
        </>
      )}
    </div>
  );
}

function NotDeleted({ ruleId, jobId }: Omit<UndoResultProps, 'result'>) {
  const reason = useReasonText();
  return (
    <PageList
      pages={useUndone(ruleId, jobId)}
      className="undo-list"
      keyOf={(one) => one.externalReplyId || one.interactionId}
      render={({ interactionId, text, reason: code, detail }) => (
        <>
          <Link to={`/inbox/${interactionId}`}>{text}</Link>
          <small>{[code && reason(code), detail].filter(Boolean).join(' ')}</small>
        </>
      )}
      empty={null}
    />
  );
}
