import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QueryKeys } from '../../lib/query-keys.ts';
import { useApi } from '../../lib/services.ts';
import { usePages } from '../../lib/use-pages.ts';
import {
  type Contact,
  type ContactInput,
  CreateContact,
  DeleteContact,
  ListContacts,
  UpdateContact,
} from './operations.ts';

const PageSize = 50;

export function useContacts() {
  const api = useApi();
  return usePages([QueryKeys.contacts], (cursor, signal) =>
    api.call(ListContacts, { query: { limit: PageSize, cursor }, signal }),
  );
}

/** Adds a journalist, or changes the one that is given. */
export function useSaveContact(contact: Contact | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    meta: { errorShownInPlace: true },
    mutationFn: (body: ContactInput) =>
      contact
        ? api.call(UpdateContact, {
            params: { contactId: contact.contactId },
            body,
            ifMatch: contact.version,
          })
        : api.call(CreateContact, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [QueryKeys.contacts] }),
  });
}

export function useDeleteContact() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (contactId: string) => api.call(DeleteContact, { params: { contactId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [QueryKeys.contacts] }),
  });
}
