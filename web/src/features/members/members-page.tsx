import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberList } from './member-list.tsx';
import './members.css';

export function MembersPage() {
  const { t } = useTranslation();
  const mayInvite = useMay('owner');
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={t('members.title')}
      lead={t(mayInvite ? 'members.lead' : 'members.ownersOnly')}
      actions={
        mayInvite && (
          <Button look="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        )
      }
    >
      <div className="members">
        <MemberList />
        {mayInvite && <InvitationList />}
      </div>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
