import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/field.tsx';
import type { FutureSpam } from './operations.ts';

interface SpamDialogProps {
  title: string;
  onMark(future: FutureSpam): void;
  onClose(): void;
}

/** Marks an article as spam and keeps its like out: what comes from its domain or its outlet. */
export function SpamDialog({ title, onMark, onClose }: SpamDialogProps) {
  const { t } = useTranslation();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    onMark({
      patternType: values.get('type') === 'outlet_name' ? 'outlet_name' : 'url_domain',
      patternScope: values.get('scope') === 'global' ? 'global' : 'campaign',
    });
    onClose();
  }

  return (
    <Dialog
      title={t('spam.markTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="spam" look="danger">
            {t('spam.mark')}
          </Button>
        </>
      }
    >
      <form id="spam" className="form" onSubmit={send}>
        <p>{t('spam.markText', { title })}</p>
        <Select name="type" label={t('spam.keepOut')}>
          <option value="url_domain">{t('spam.ofDomain')}</option>
          <option value="outlet_name">{t('spam.ofOutlet')}</option>
        </Select>
        <Select name="scope" label={t('spam.scope')}>
          <option value="campaign">{t('spam.thisCampaign')}</option>
          <option value="global">{t('spam.everywhere')}</option>
        </Select>
      </form>
    </Dialog>
  );
}
