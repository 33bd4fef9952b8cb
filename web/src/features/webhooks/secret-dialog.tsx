import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useToast } from '../../ui/toast.tsx';

/** The only time that a secret is shown. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(secret).then(() => toast({ tone: 'done', text: t('webhooks.copied') }));
  return (
    <Dialog
      title={t('webhooks.secretTitle')}
      onClose={onClose}
      actions={
        <>
          <Button icon={Copy} onClick={() => void copy()}>
            {t('webhooks.copy')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('webhooks.stored')}
          </Button>
        </>
      }
    >
      <p>{t('webhooks.secretText')}</p>
      <TextField
        label={t('webhooks.secret')}
        readOnly
        value={secret}
        onFocus={({ target }) => target.select()}
      />
    </Dialog>
  );
}
