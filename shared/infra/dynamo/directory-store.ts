import { DirectoryEntry } from '../../core/directory/directory-entry.ts';
import type { DirectoryChanges, DirectoryStore, SuperadminRegistry } from '../../core/directory/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';
import { updateVersioned } from './versioned-item.ts';

const Partition = 'DIRECTORY';
const keyOf = (entryId: string): Key => ({ partition: Partition, sort: entryId });

/** An item's `type` names its entity: the outlet's own type is kept beside it. */
function toItem({ type, ...rest }: DirectoryChanges): Item {
  return { ...rest, ...(type !== undefined && { publicationType: type }) };
}

function fromItem({ publicationType, ...rest }: Item): DirectoryEntry {
  return DirectoryEntry.parse({ ...rest, type: publicationType });
}

/** The superadmins' directory: a global store that holds nothing of any organization. */
export function directoryStore(table: Table): DirectoryStore {
  const items = table.global;
  return {
    async create(entry) {
      const item = { ...toItem(entry), type: 'DirectoryEntry' };
      await items.put(keyOf(entry.entryId), item, { condition: { absent: 'pk' } });
    },

    async find(entryId) {
      const item = await items.get(keyOf(entryId));
      return item && fromItem(item);
    },

    async page(request) {
      const page = await items.page({ partition: Partition, scope: 'directory' }, request);
      return { ...page, items: page.items.map(fromItem) };
    },

    async update(entryId, changes, ifMatch) {
      const change = { set: toItem(changes), ifMatch, what: 'The directory entry' };
      return fromItem(await updateVersioned(items, keyOf(entryId), change));
    },

    async delete(entryId) {
      await items.delete(keyOf(entryId));
    },
  };
}

/** Superadmins are appointed by who operates the stack, with an item of the table (docs/press.md). */
export function superadminRegistry(table: Table): SuperadminRegistry {
  return {
    async isSuperadmin(userId) {
      return (await table.global.get({ partition: `USER#${userId}`, sort: 'SUPERADMIN' })) !== undefined;
    },
  };
}
