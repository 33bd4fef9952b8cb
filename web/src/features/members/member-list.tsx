import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, useMay, useMe } from '../../lib/me.ts';
import { type Member, useMembers } from '../../lib/members.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SkeletonList } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/state-message.tsx';
import { useToast } from '../../ui/toast.tsx';
import { roles, useMemberActions } from './queries.ts';

export function MemberList() {
  const { t } = useTranslation();
  const { data: members, error, refetch } = useMembers();
  return (
    <section className="card member-list">
      <h2>{t('members.people')}</h2>
      {error && !members && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!members && !error && <SkeletonList rows={3} />}
      <ul>
        {members?.map((member) => (
          <MemberRow key={member.memberId} member={member} />
        ))}
      </ul>
    </section>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const mayChange = useMay('owner');
  const { memberId, name, email, role } = member;
  const isOwn = memberId === me?.userId;
  return (
    <li>
      <Avatar name={name || email} size={34} />
      <span className="member-about">
        <strong>{name || email}</strong>
        {isOwn && <em> ({t('members.you')})</em>}
        {name && <small>{email}</small>}
      </span>
      {mayChange ? (
        <MemberControls member={member} isOwn={isOwn} />
      ) : (
        <Badge>{t(`members.roles.${role}`)}</Badge>
      )}
    </li>
  );
}

function MemberControls({ member, isOwn }: { member: Member; isOwn: boolean }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { change, remove } = useMemberActions(member, isOwn);
  const [asking, setAsking] = useState<Role | 'removal'>();
  const close = () => setAsking(undefined);
  const name = member.name || member.email;

  const give = (role: Role) =>
    change.mutate(role, {
      onSuccess: () =>
        toast({ tone: 'done', text: t('members.changed', { name, role: t(`members.roles.${role}`) }) }),
    });

  return (
    <>
      <select
        className="control member-role"
        aria-label={t('members.roleOf', { name })}
        value={change.isPending ? change.variables : member.role}
        disabled={change.isPending}
        onChange={({ target }) => {
          const role = roles.find((one) => one === target.value);
          if (role && isOwn) setAsking(role);
          else if (role) give(role);
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`members.roles.${role}`)}
          </option>
        ))}
      </select>
      <IconButton
        size="small"
        icon={Trash2}
        label={t('members.remove', { name })}
        onClick={() => setAsking('removal')}
      />
      {asking === 'removal' && (
        <ConfirmDialog
          title={t(isOwn ? 'members.leaveTitle' : 'members.removeTitle', { name })}
          text={t(isOwn ? 'members.leaveText' : 'members.removeText')}
          confirm={t(isOwn ? 'members.leaveConfirm' : 'members.removeConfirm')}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSuccess: () => toast({ tone: 'done', text: t('members.removed', { name }) }),
            })
          }
          onClose={close}
        />
      )}
      {asking !== undefined && asking !== 'removal' && (
        <ConfirmDialog
          title={t('members.stepDownTitle', { role: t(`members.roles.${asking}`) })}
          text={t('members.stepDownText')}
          confirm={t('members.stepDownConfirm')}
          onConfirm={() => give(asking)}
          onClose={close}
        />
      )}
    </>
  );
}
