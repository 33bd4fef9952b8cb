import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/error-text.ts';
import type { Role } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select, TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useToast } from '../../ui/toast.tsx';
import { roles, useInvite } from './queries.ts';

export function InviteDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const toast = useToast();
  const invite = useInvite({ errorShownInPlace: true });
  const [role, setRole] = useState<Role>('agent');

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    invite.mutate(
      { email, role },
      {
        onSuccess: () => {
          toast({ tone: 'done', text: t('members.invited', { email }) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={t('members.inviteTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit" form="invitation" look="primary" busy={invite.isPending}>
            {t('members.send')}
          </Button>
        </>
      }
    >
      <form id="invitation" className="form" onSubmit={send}>
        <TextField
          name="email"
          type="email"
          label={t('members.email')}
          hint={t('members.emailHint')}
          maxLength={254}
          autoComplete="off"
          required
          autoFocus
        />
        <Select
          label={t('members.role')}
          hint={t(`members.may.${role}`)}
          value={role}
          onChange={({ target }) => setRole(roles.find((one) => one === target.value) ?? role)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`members.roles.${one}`)}
            </option>
          ))}
        </Select>
        {invite.error && <FormError>{errorText(invite.error).advice}</FormError>}
      </form>
    </Dialog>
  );
}
