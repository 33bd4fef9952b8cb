import { Plus, UserPen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageList } from '../../ui/page-list.tsx';
import { EmptyState } from '../../ui/state-message.tsx';
import { ContactCard } from './contact-card.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { useContacts } from './contact-queries.ts';
import { usePublicationChoices } from './publication-queries.ts';
import './press.css';

export function ContactsPage() {
  const { t } = useTranslation();
  const mayCreate = useMay('admin');
  const [creating, setCreating] = useState(false);
  const { data: publications = [] } = usePublicationChoices();
  const pages = useContacts();
  const create = mayCreate && (
    <Button look="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('contacts.create')}
    </Button>
  );
  return (
    <Page
      title={t('contacts.title')}
      lead={t('contacts.lead')}
      actions={pages.items && pages.items.length > 0 && create}
    >
      <PageList
        pages={pages}
        className="press-list"
        keyOf={(contact) => contact.contactId}
        render={(contact) => <ContactCard contact={contact} publications={publications} />}
        empty={
          <EmptyState icon={UserPen} title={t('contacts.emptyTitle')} action={create}>
            {t('contacts.empty')}
          </EmptyState>
        }
      />
      {creating && <ContactDialog publications={publications} onClose={() => setCreating(false)} />}
    </Page>
  );
}
