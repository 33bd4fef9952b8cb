import { MailOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useServices } from '../../lib/services.ts';

/** What a local stack has beside the console; a deployed one has none of it. */
export function ExternalLinks({ className }: { className: string }) {
  const { t } = useTranslation();
  const { outboxUrl } = useServices().config;
  return (
    <>
      {outboxUrl && (
        <a
          className={className}
          href={outboxUrl}
          target="_blank"
          rel="noreferrer"
          title={t('shell.outboxHint')}
        >
          <MailOpen size={17} aria-hidden="true" />
          <span>{t('shell.outbox')}</span>
        </a>
      )}
    </>
  );
}
