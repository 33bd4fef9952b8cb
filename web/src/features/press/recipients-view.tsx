import { Mail, Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../lib/format.ts';
import { useMay } from '../../lib/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/state-message.tsx';
import { useCoverageReport } from './campaign-queries.ts';
import type { Recipient } from './operations.ts';
import { SendsDialog } from './sends-dialog.tsx';

const tones: Record<Recipient['status'], Tone> = { sent: 'green', failed: 'red', bounced: 'amber' };

/** To whom a campaign was sent, and whose outlets have published since. */
export function RecipientsView({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation();
  const mayRecord = useMay('agent');
  const [uploading, setUploading] = useState(false);
  const { data: report, error, refetch } = useCoverageReport(campaignId);
  if (!report)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={5} />;
  const upload = mayRecord && (
    <Button icon={Upload} onClick={() => setUploading(true)}>
      {t('coverage.upload')}
    </Button>
  );
  return (
    <>
      {report.recipients.length === 0 ? (
        <EmptyState icon={Mail} title={t('coverage.noRecipientsTitle')} action={upload}>
          {t('coverage.noRecipients')}
        </EmptyState>
      ) : (
        <>
          <div>{upload}</div>
          <RecipientTable recipients={report.recipients} />
        </>
      )}
      {uploading && <SendsDialog campaignId={campaignId} onClose={() => setUploading(false)} />}
    </>
  );
}

function RecipientTable({ recipients }: { recipients: readonly Recipient[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="card press-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('coverage.recipient')}</th>
            <th scope="col">{t('publications.title')}</th>
            <th scope="col">{t('coverage.sentAt')}</th>
            <th scope="col">{t('coverage.clippings')}</th>
          </tr>
        </thead>
        <tbody>
          {recipients.map(({ contactId, name, publications, status, sentAt, hasPublished, clippings }) => (
            <tr key={contactId}>
              <th scope="row">{name}</th>
              <td>{publications.map(({ title }) => title).join(', ')}</td>
              <td>
                {formatDate(sentAt, i18n.language)}{' '}
                {status !== 'sent' && <Badge tone={tones[status]}>{t(`coverage.sends.${status}`)}</Badge>}
              </td>
              <td>
                {hasPublished ? <Badge tone="green">{clippings}</Badge> : <span aria-hidden="true">–</span>}
                {!hasPublished && <span className="visually-hidden">0</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
