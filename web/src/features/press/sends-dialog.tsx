import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useImportSends } from './campaign-queries.ts';

const Example = 'email,status,sentAt\nana@jornal.example,sent,2026-11-20T09:00:00Z';

/** Records from a table to whom a campaign was sent; rows that cannot be used are named, the others are kept. */
export function SendsDialog({ campaignId, onClose }: { campaignId: string; onClose(): void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const upload = useImportSends(campaignId);
  const [csv, setCsv] = useState('');
  const outcome = upload.data;

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    upload.mutate(csv, { onSuccess: ({ errors }) => errors.length === 0 && onClose() });
  }

  return (
    <Dialog
      title={t('coverage.uploadTitle')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{t(outcome ? 'action.close' : 'action.cancel')}</Button>
          <Button type="submit" form="sends" look="primary" busy={upload.isPending}>
            {t('coverage.upload')}
          </Button>
        </>
      }
    >
      <form id="sends" className="form" onSubmit={send}>
        <TextField
          type="file"
          accept=".csv,text/csv"
          label={t('coverage.file')}
          hint={t('coverage.fileHint')}
          onChange={({ target }) => void target.files?.[0]?.text().then(setCsv)}
        />
        <TextArea
          label={t('coverage.paste')}
          placeholder={Example}
          value={csv}
          onChange={({ target }) => setCsv(target.value)}
          required
        />
        {upload.error && <FormError>{errorText(upload.error).advice}</FormError>}
        {outcome && <Outcome {...outcome} />}
      </form>
    </Dialog>
  );
}

type OutcomeProps = NonNullable<ReturnType<typeof useImportSends>['data']>;

function Outcome({ recorded, errors, trackerProblem }: OutcomeProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className="sends-outcome">
      <p>{t('coverage.recorded', { count: recorded })}</p>
      {trackerProblem && <p className="article-problem">{trackerProblem}</p>}
      <ul>
        {errors.map(({ row, message }) => (
          <li key={row}>{t('coverage.rowProblem', { row, message })}</li>
        ))}
      </ul>
    </div>
  );
}
