import { Contact } from '../../core/publications/contact.ts';
import type { ContactStore } from '../../core/publications/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import { updateVersioned } from './versioned-item.ts';

const Partition = 'CONTACT';
const keyOf = (contactId: string): Key => ({ partition: Partition, sort: contactId });
const writesFor = (publicationId: string) => ({ contains: ['publicationIds', publicationId] }) as const;

export function contactStore(table: Table): ContactStore {
  return {
    async create(context, contact) {
      const condition = { absent: 'pk' } as const;
      await table
        .tenant(context)
        .put(keyOf(contact.contactId), { type: 'Contact', ...contact }, { condition });
    },

    async find(context, contactId) {
      const item = await table.tenant(context).get(keyOf(contactId));
      return item && Contact.parse(item);
    },

    async findMany(context, contactIds) {
      const items = await table.tenant(context).getMany(contactIds.map(keyOf));
      return items.map((item) => Contact.parse(item));
    },

    async idsOfPublication(context, publicationId) {
      const query = { partition: Partition, filter: writesFor(publicationId), consistent: true };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items.map((item) => Contact.parse(item).contactId);
    },

    async page(context, { publicationId }, request) {
      const filter = publicationId === undefined ? undefined : writesFor(publicationId);
      const scope = `contacts ${publicationId ?? ''}`;
      const page = await table.tenant(context).page({ partition: Partition, filter, scope }, request);
      return { ...page, items: page.items.map((item) => Contact.parse(item)) };
    },

    async update(context, contactId, changes, ifMatch) {
      const change = { set: changes, ifMatch, what: 'The contact' };
      return Contact.parse(await updateVersioned(table.tenant(context), keyOf(contactId), change));
    },

    async delete(context, contactId) {
      await table.tenant(context).delete(keyOf(contactId));
    },
  };
}
