import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/me.ts';
import { useMembers } from '../../lib/members.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';

export function MemberList() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data: members = [] } = useMembers();
  return (
    <section className="card member-list">
      <h2>{t('organization.members')}</h2>
      <ul>
        {members.map(({ memberId, name, email, role }) => (
          <li key={memberId}>
            <Avatar name={name || email} size={34} />
            <span>
              <strong>{name || email}</strong>
              {memberId === me?.userId && <em> ({t('organization.you')})</em>}
              {name && <small>{email}</small>}
            </span>
            <Badge>{t(`organization.roles.${role}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
