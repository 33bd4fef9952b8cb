import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useSaveContact } from './contact-queries.ts';
import type { Contact, Publication } from './operations.ts';

interface ContactDialogProps {
  /** The one to change; a new one without it. */
  contact?: Contact;
  publications: readonly Publication[];
  onClose(): void;
}

export function ContactDialog({ contact, publications, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const save = useSaveContact(contact);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    save.mutate(
      {
        name: text('name'),
        email: text('email') || null,
        role: text('role') || null,
        publicationIds: values.getAll('publication').map(String),
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={contact ? t('contacts.editTitle', { name: contact.name }) : t('contacts.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="contact" look="primary" busy={save.isPending}>
            {t(contact ? 'action.save' : 'action.create')}
          </Button>
        </>
      }
    >
      <form id="contact" className="form" onSubmit={send}>
        <TextField
          name="name"
          label={t('contacts.name')}
          defaultValue={contact?.name}
          maxLength={200}
          required
          autoFocus
        />
        <div className="form-row">
          <TextField
            name="email"
            type="email"
            label={t('contacts.email')}
            defaultValue={contact?.email ?? ''}
          />
          <TextField
            name="role"
            label={t('contacts.role')}
            defaultValue={contact?.role ?? ''}
            maxLength={100}
          />
        </div>
        <fieldset className="press-choices">
          <legend>{t('contacts.publications')}</legend>
          {publications.length === 0 && <p className="field-hint">{t('contacts.noPublications')}</p>}
          {publications.map(({ publicationId, title }) => (
            <Checkbox
              key={publicationId}
              name="publication"
              value={publicationId}
              defaultChecked={contact?.publicationIds.includes(publicationId) ?? false}
              label={title}
            />
          ))}
        </fieldset>
        {save.error && <FormError>{errorText(save.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
