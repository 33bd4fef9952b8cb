import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Select, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { type TokenScope, useCreateToken } from './token-queries.ts';

const scopes = [
  'interactions:read',
  'interactions:write',
  'automation:read',
  'automation:write',
  'accounts:read',
  'accounts:write',
  'campaigns:read',
  'campaigns:write',
  'publications:read',
  'publications:write',
  'coverage:read',
  'coverage:write',
  'reports:read',
  'reports:write',
  'analytics:read',
  'activity:read',
  'webhooks:read',
  'webhooks:write',
  'organization:read',
  'organization:write',
] as const satisfies readonly TokenScope[];
const lifetimes = [30, 90, 365] as const;

interface TokenDialogProps {
  onCreated(token: string): void;
  onClose(): void;
}

export function TokenDialog({ onCreated, onClose }: TokenDialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const create = useCreateToken();

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const chosen = values.getAll('scope');
    const days = Number(values.get('days'));
    create.mutate(
      {
        name: String(values.get('name')).trim(),
        scopes: scopes.filter((scope) => chosen.includes(scope)),
        ...(days > 0 && { expiresInDays: days }),
      },
      { onSuccess: ({ token }) => onCreated(token) },
    );
  }

  return (
    <Dialog
      title={t('organization.createToken')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="token" look="primary" busy={create.isPending}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="token" className="form" onSubmit={send}>
        <div className="form-row">
          <TextField name="name" label={t('organization.tokenName')} maxLength={100} required autoFocus />
          <Select name="days" label={t('organization.lifetime')} defaultValue={90}>
            {lifetimes.map((days) => (
              <option key={days} value={days}>
                {t('campaigns.days', { count: days })}
              </option>
            ))}
            <option value="">{t('organization.neverExpires')}</option>
          </Select>
        </div>
        <fieldset className="token-choices">
          <legend>{t('organization.scopes')}</legend>
          {scopes.map((scope) => (
            <Checkbox key={scope} name="scope" value={scope} label={scope} />
          ))}
        </fieldset>
        {create.error && <FormError>{errorText(create.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
