import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { useToast } from './toast.tsx';

interface SecretDialogProps {
  title: string;
  /** What it is for, and that it is not shown again. */
  text: string;
  label: string;
  secret: string;
  onClose(): void;
}

/** The only time that a secret is shown. */
export function SecretDialog({ title, text, label, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const copy = () =>
    navigator.clipboard.writeText(secret).then(() => toast({ tone: 'done', text: t('state.copied') }));
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button icon={Copy} onClick={() => void copy()}>
            {t('action.copy')}
          </Button>
          <Button look="primary" onClick={onClose}>
            {t('action.stored')}
          </Button>
        </>
      }
    >
      <p>{text}</p>
      <TextField label={label} readOnly value={secret} onFocus={({ target }) => target.select()} />
    </Dialog>
  );
}
