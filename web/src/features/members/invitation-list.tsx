import { Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type Invitation, useInvitations, useInvite, useRevokeInvitation } from './queries.ts';

/** Who was invited and has not come yet. */
export function InvitationList() {
  const { t } = useTranslation();
  const { data: invitations, error, refetch } = useInvitations();
  return (
    <section className="card member-list">
      <h2>{t('members.invitations')}</h2>
      {error && !invitations && <ErrorState error={error} onRetry={() => void refetch()} />}
      {invitations?.length === 0 && <p className="member-none">{t('members.noInvitations')}</p>}
      <ul>
        {invitations?.map((invitation) => (
          <InvitationRow key={invitation.invitationId} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const toast = useToast();
  const invite = useInvite({ errorShownInPlace: false });
  const revoke = useRevokeInvitation();
  const [asking, setAsking] = useState(false);
  const { invitationId, email, role, createdAt, expiresAt } = invitation;
  const isExpired = Date.parse(expiresAt) <= Date.now();
  const sendAgain = () =>
    invite.mutate(
      { email, role },
      { onSuccess: () => toast({ tone: 'done', text: t('members.invited', { email }) }) },
    );
  return (
    <li>
      <span className="member-about">
        <strong>{email}</strong>
        <small>
          {t('members.sent')} <TimeText at={createdAt} />
        </small>
      </span>
      <Badge tone={isExpired ? 'amber' : 'grey'}>
        {isExpired ? t('members.expired') : t(`members.roles.${role}`)}
      </Badge>
      <Button size="small" icon={Send} busy={invite.isPending} onClick={sendAgain}>
        {t('members.sendAgain')}
      </Button>
      <IconButton
        size="small"
        icon={Trash2}
        label={t('members.revoke', { email })}
        onClick={() => setAsking(true)}
      />
      {asking && (
        <ConfirmDialog
          title={t('members.revokeTitle', { email })}
          text={t('members.revokeText')}
          confirm={t('members.revokeConfirm')}
          onConfirm={() =>
            revoke.mutate(invitationId, {
              onSuccess: () => toast({ tone: 'done', text: t('members.revoked', { email }) }),
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
