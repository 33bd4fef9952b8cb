import { GetContact } from '../../../shared/contract/api/publications.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import type { ContactStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getContact = ({ contacts }: { contacts: ContactStore }) =>
  route(GetContact, async ({ context, params }) => {
    const contact = await contacts.find(context, params.contactId);
    if (!contact) throw notFound('The contact');
    return contact;
  });
