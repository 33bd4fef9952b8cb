import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface ConnectionFailedDialogProps {
  /** Of the contract's list; an unknown one is told as a failure of the provider. */
  code: string;
  onClose(): void;
}

export function ConnectionFailedDialog({ code, onClose }: ConnectionFailedDialogProps) {
  const { t, i18n } = useTranslation();
  const key = i18n.exists(`accounts.failures.${code}`) ? code : 'provider_failed';
  return (
    <Dialog
      title={t('accounts.failedTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('action.close')}
        </Button>
      }
    >
      <p>{(t as (key: string) => string)(`accounts.failures.${key}`)}</p>
    </Dialog>
  );
}
