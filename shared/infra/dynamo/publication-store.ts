import type { PublicationStore } from '../../core/publications/ports.ts';
import { Publication } from '../../core/publications/publication.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';
import { updateIfPresent, updateVersioned } from './versioned-item.ts';

const Partition = 'PUBLICATION';
const keyOf = (publicationId: string): Key => ({ partition: Partition, sort: publicationId });

/** An item's `type` names its entity: the publication's own type is kept beside it. */
function toItem({ type, ...rest }: Partial<Publication>): Item {
  return { ...rest, publicationType: type };
}

function fromItem({ publicationType, ...rest }: Item): Publication {
  return Publication.parse({ ...rest, type: publicationType });
}

export function publicationStore(table: Table): PublicationStore {
  return {
    async create(context, publication) {
      const item = { ...toItem(publication), type: 'Publication' };
      await table
        .tenant(context)
        .put(keyOf(publication.publicationId), item, { condition: { absent: 'pk' } });
    },

    async find(context, publicationId) {
      const item = await table.tenant(context).get(keyOf(publicationId));
      return item && fromItem(item);
    },

    async findMany(context, publicationIds) {
      const items = await table.tenant(context).getMany(publicationIds.map(keyOf));
      return items.map(fromItem);
    },

    async page(context, request) {
      const page = await table.tenant(context).page({ partition: Partition, scope: 'publications' }, request);
      return { ...page, items: page.items.map(fromItem) };
    },

    async update(context, publicationId, changes, ifMatch) {
      const change = { set: toItem(changes), ifMatch, what: 'The publication' };
      return fromItem(await updateVersioned(table.tenant(context), keyOf(publicationId), change));
    },

    async delete(context, publicationId) {
      await table.tenant(context).delete(keyOf(publicationId));
    },

    async countArticle(context, publicationId) {
      await updateIfPresent(table.tenant(context), keyOf(publicationId), { add: { totalArticlesFound: 1 } });
    },
  };
}
