import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { EventTypes } from './operations.ts';
import { useCreateWebhook } from './queries.ts';

interface WebhookDialogProps {
  onCreated(secret: string): void;
  onClose(): void;
}

export function WebhookDialog({ onCreated, onClose }: WebhookDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const create = useCreateWebhook();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const chosen = values.getAll('event');
    create.mutate(
      {
        url: String(values.get('url')).trim(),
        description: String(values.get('description')).trim(),
        eventTypes: EventTypes.filter((type) => chosen.includes(type)),
      },
      { onSuccess: ({ secret }) => onCreated(secret) },
    );
  }

  return (
    <Dialog
      title={t('webhooks.create')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="webhook" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="webhook" className="form" onSubmit={send}>
        <TextField
          name="url"
          type="url"
          label={t('webhooks.url')}
          hint={t('webhooks.urlHint')}
          placeholder="https://"
          required
          autoFocus
        />
        <TextField name="description" label={t('webhooks.description')} maxLength={200} />
        <fieldset className="rule-choices">
          <legend>{t('webhooks.events')}</legend>
          {EventTypes.map((type) => (
            <Checkbox
              key={type}
              name="event"
              value={type}
              defaultChecked
              label={t(`webhooks.types.${keyOf(type)}`)}
            />
          ))}
        </fieldset>
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}

/** Keys of translations hold no dots. */
export function keyOf<T extends string>(type: T): Underscored<T> {
  return type.replace('.', '_') as Underscored<T>;
}
type Underscored<T extends string> = T extends `${infer Area}.${infer Name}` ? `${Area}_${Name}` : T;
