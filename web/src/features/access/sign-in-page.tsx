import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CognitoError } from '../../lib/cognito.ts';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { AccessFrame } from './access-frame.tsx';
import { type AccessStep, useAccess } from './use-access.ts';

const wording = {
  'sign-in': { title: 'access.signInTitle', button: 'access.signIn' },
  'sign-up': { title: 'access.signUpTitle', button: 'access.signUp' },
  confirm: { title: 'access.confirmTitle', button: 'access.confirm' },
  'new-password': { title: 'access.newPasswordTitle', button: 'access.signIn' },
} as const;

/** `isInvited`: the address bar holds the link of an invitation, which the person comes back to. */
export function SignInPage({ isInvited }: { isInvited: boolean }) {
  const { t } = useTranslation();
  const { step, go, submit } = useAccess();
  useDocumentTitle(t(wording[step.name].title));

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim();
    submit.mutate({
      email: text('email'),
      password: String(values.get('password') ?? ''),
      code: text('code'),
    });
  }

  function leadOf(): string | undefined {
    if (step.name === 'new-password') return t('access.newPasswordHint');
    return isInvited && step.name !== 'confirm' ? t('invitation.signInFirst') : undefined;
  }

  return (
    <AccessFrame title={t(wording[step.name].title)} lead={leadOf()}>
      <form key={step.name} className="form" onSubmit={send}>
        <Fields step={step} />
        {submit.error && <Refusal error={submit.error} />}
        <Button type="submit" look="primary" busy={submit.isPending}>
          {t(wording[step.name].button)}
        </Button>
      </form>
      {step.name === 'sign-in' ? (
        <button type="button" className="access-switch" onClick={() => go({ name: 'sign-up' })}>
          {t('access.toSignUp')}
        </button>
      ) : (
        <button type="button" className="access-switch" onClick={() => go({ name: 'sign-in' })}>
          {t('access.toSignIn')}
        </button>
      )}
    </AccessFrame>
  );
}

function Fields({ step }: { step: AccessStep }) {
  const { t } = useTranslation();
  if (step.name === 'confirm') {
    return (
      <TextField
        name="code"
        label={t('access.code')}
        hint={t('access.codeHint', { email: step.email })}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
      />
    );
  }
  const choosing = step.name !== 'sign-in';
  return (
    <>
      {step.name !== 'new-password' && (
        <TextField
          name="email"
          type="email"
          label={t('access.email')}
          autoComplete="username"
          required
          autoFocus
        />
      )}
      <TextField
        name="password"
        type="password"
        label={t(choosing ? 'access.newPassword' : 'access.password')}
        hint={choosing ? t('access.passwordHint') : undefined}
        autoComplete={choosing ? 'new-password' : 'current-password'}
        required
      />
    </>
  );
}

function Refusal({ error }: { error: Error }) {
  const { t, i18n } = useTranslation();
  const code = error instanceof CognitoError ? error.code : 'Unknown';
  const known = i18n.exists(`access.errors.${code}`) ? code : 'Unknown';
  return <FormError>{(t as (key: string) => string)(`access.errors.${known}`)}</FormError>;
}
