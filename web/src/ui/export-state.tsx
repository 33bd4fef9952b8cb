import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../lib/error-text.ts';
import { exportFileOf, type StartedJob } from '../lib/personal-data.ts';
import { useDownload } from '../lib/use-download.ts';
import { Button } from './button.tsx';
import { FormError } from './form-error.tsx';
import { Progress } from './progress.tsx';
import './export-state.css';

/** How far an export is, and its file once it has one. */
export function ExportState({ start, job }: Pick<StartedJob, 'start' | 'job'>) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const download = useDownload();
  if (start.error) return <FormError>{errorText(start.error).advice}</FormError>;
  if (!job) return null;
  if (job.status === 'running') {
    return <Progress label={t('personalData.exporting')} done={job.doneParts} of={job.parts} />;
  }
  if (job.status === 'failed') return <FormError>{t('personalData.interrupted')}</FormError>;
  const file = exportFileOf(job);
  return (
    <div className="export-state" role="status">
      <p>{t('personalData.exported', { count: Number(job.result?.['items'] ?? 0) })}</p>
      {file.paths.length > 0 && (
        <Button size="small" icon={Download} busy={download.isPending} onClick={() => download.mutate(file)}>
          {t('personalData.download')}
        </Button>
      )}
    </div>
  );
}
