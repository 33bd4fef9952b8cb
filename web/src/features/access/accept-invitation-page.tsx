import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type * as contract from '../../../../shared/contract/api/members.ts';
import { useDocumentTitle } from '../../lib/document-title.ts';
import { useErrorText } from '../../lib/error-text.ts';
import { useMe } from '../../lib/me.ts';
import { operation } from '../../lib/operation.ts';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useServices } from '../../lib/services.ts';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { AccessFrame } from './access-frame.tsx';

const AcceptInvitation = operation<typeof contract.AcceptInvitation>('POST', '/v1/invitations/accept', false);

/** Where the link of an invitation leads somebody who is signed in. */
export function AcceptInvitationPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const { api, session } = useServices();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data: me } = useMe();
  useDocumentTitle(t('invitation.title'));

  const accept = useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: () => api.call(AcceptInvitation, { body: { token } }),
    onSuccess: async () => {
      // The API remembers for a minute what an old token's bearer may do: a new token makes it look again.
      await session.token({ renew: true });
      await queries.invalidateQueries({ queryKey: [QueryKeys.me] });
      await navigate('/inbox', { replace: true });
    },
  });

  const organization = accept.isPending ? undefined : me?.organization?.name;
  const lead = organization ? undefined : t('invitation.lead', { email: me?.email ?? '' });
  return (
    <AccessFrame title={t('invitation.title')} lead={lead}>
      {organization ? (
        <>
          <FormError>{t('invitation.memberElsewhere', { organization })}</FormError>
          <Button onClick={() => void navigate('/inbox')}>{t('invitation.toConsole')}</Button>
        </>
      ) : (
        <>
          {accept.error && <FormError>{errorText(accept.error).advice}</FormError>}
          <Button look="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
            {t('invitation.accept')}
          </Button>
        </>
      )}
      <button type="button" className="access-switch" onClick={() => session.end()}>
        {t('invitation.signInAsAnother')}
      </button>
    </AccessFrame>
  );
}
