import { ListContacts } from '../../../shared/contract/api/publications.ts';
import type { ContactStore } from '../../../shared/core/publications/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listContacts = ({ contacts }: { contacts: ContactStore }) =>
  route(ListContacts, ({ context, query }) => contacts.page(context, query, query));
