import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '../lib/document-title.ts';
import { EmptyState } from '../ui/state-message.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  useDocumentTitle(t('shell.notFoundTitle'));
  return (
    <EmptyState icon={Compass} title={t('shell.notFoundTitle')}>
      {t('shell.notFound')}
    </EmptyState>
  );
}
