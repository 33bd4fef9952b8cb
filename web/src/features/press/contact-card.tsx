import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../lib/me.ts';
import { IconButton } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { useDeleteContact } from './contact-queries.ts';
import type { Contact, Publication } from './operations.ts';

interface ContactCardProps {
  contact: Contact;
  publications: readonly Publication[];
}

export function ContactCard({ contact, publications }: ContactCardProps) {
  const mayManage = useMay('admin');
  const { name, email, role, publicationIds } = contact;
  const titles = publications
    .filter(({ publicationId }) => publicationIds.includes(publicationId))
    .map(({ title }) => title);
  return (
    <article className="card article">
      <div className="article-head">
        <h2>{name}</h2>
        <p className="article-meta">{[role, titles.join(', '), email].filter(Boolean).join(' · ')}</p>
      </div>
      {mayManage && <ContactButtons contact={contact} publications={publications} />}
    </article>
  );
}

function ContactButtons({ contact, publications }: ContactCardProps) {
  const { t } = useTranslation();
  const remove = useDeleteContact();
  const [shown, setShown] = useState<'editing' | 'deletion'>();
  const hide = () => setShown(undefined);
  return (
    <div className="article-side">
      <span className="article-buttons">
        <IconButton size="small" icon={Pencil} label={t('action.edit')} onClick={() => setShown('editing')} />
        <IconButton
          size="small"
          icon={Trash2}
          label={t('action.delete')}
          onClick={() => setShown('deletion')}
        />
      </span>
      {shown === 'editing' && <ContactDialog contact={contact} publications={publications} onClose={hide} />}
      {shown === 'deletion' && (
        <ConfirmDialog
          title={t('contacts.deleteTitle', { name: contact.name })}
          text={t('contacts.deleteText')}
          confirm={t('action.delete')}
          onConfirm={() => remove.mutate(contact.contactId)}
          onClose={hide}
        />
      )}
    </div>
  );
}
