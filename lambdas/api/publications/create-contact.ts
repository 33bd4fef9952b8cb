import { CreateContact } from '../../../shared/contract/api/publications.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { ContactStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createContact = ({ contacts, newId }: { contacts: ContactStore; newId: NewId }) =>
  route(CreateContact, async ({ context, body, now }) => {
    const contact = { ...body, contactId: newId('cnt'), createdAt: now, version: 1 };
    await contacts.create(context, contact);
    return contact;
  });
