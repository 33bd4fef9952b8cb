import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SignInOutcome } from '../../lib/cognito.ts';
import { useServices } from '../../lib/services.ts';

/** Which of the forms before the console a person is at. */
export type AccessStep =
  | { name: 'sign-in' }
  | { name: 'sign-up' }
  | { name: 'confirm'; email: string; password: string }
  | { name: 'new-password'; email: string; session: string };

export interface AccessForm {
  email: string;
  password: string;
  code: string;
}

/** Walks through signing in: an unconfirmed or invited person is led through one more form first. */
export function useAccess() {
  const { cognito, session } = useServices();
  const queries = useQueryClient();
  const [step, setStep] = useState<AccessStep>({ name: 'sign-in' });

  function arrive(email: string, outcome: SignInOutcome): void {
    if (outcome.kind === 'new-password-required') {
      setStep({ name: 'new-password', email, session: outcome.session });
      return;
    }
    queries.clear();
    session.start(email, outcome.tokens);
  }

  const submit = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: async ({ email, password, code }: AccessForm): Promise<void> => {
      if (step.name === 'sign-in') return arrive(email, await cognito.signIn(email, password));
      if (step.name === 'new-password') {
        return arrive(step.email, await cognito.chooseNewPassword(step.email, password, step.session));
      }
      if (step.name === 'sign-up') {
        const { confirmed } = await cognito.signUp(email, password);
        if (!confirmed) return setStep({ name: 'confirm', email, password });
        return arrive(email, await cognito.signIn(email, password));
      }
      await cognito.confirmSignUp(step.email, code);
      arrive(step.email, await cognito.signIn(step.email, step.password));
    },
  });

  function go(next: AccessStep): void {
    submit.reset();
    setStep(next);
  }

  return { step, go, submit };
}
