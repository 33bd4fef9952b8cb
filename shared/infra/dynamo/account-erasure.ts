import type { AccountErasure } from '../../core/accounts/authorizing-person.ts';
import { eraseKeys, ItemsAtOnce, keysIn } from './erase-keys.ts';
import { interactionKey } from './interaction-row.ts';
import type { Key } from './keys.ts';
import { hasValue } from './stored-summary.ts';
import type { Table } from './table.ts';
import type { ListQuery } from './table-requests.ts';

interface Kind {
  list: Omit<ListQuery, 'scope'>;
  keyOf: (sort: string) => Key;
  /** The partition of what hangs on an item: samples of a post, places of messages. */
  partsOf?: (sort: string) => string;
}

/** What is stored of an account in lists of its organization; the counts in rollups name nobody and stay. */
function kindsOf(accountId: string): Kind[] {
  const inPartition = (partition: string) => ({
    list: { partition, filter: { equals: ['accountId', accountId] } as const },
    keyOf: (sort: string) => ({ partition, sort }),
  });
  const withParts = (partition: string) => ({
    ...inPartition(partition),
    partsOf: (sort: string) => `${partition}#${sort}`,
  });
  return [
    {
      list: { partition: 'INBOX', index: 'inbox', filter: hasValue('accountId', accountId) },
      keyOf: interactionKey,
    },
    withParts('CONVERSATION'),
    inPartition('EXEC'),
    withParts('CONTENT'),
  ];
}

/** Erases in small steps; each looks anew, so that what a late worker wrote meanwhile goes as well. */
export function accountErasure(table: Table): AccountErasure {
  return {
    async eraseSome(context, accountId) {
      for (const { list, keyOf, partsOf } of kindsOf(accountId)) {
        const items = table.tenant(context);
        const keys: Key[] = [];
        for await (const sort of items.keys(list)) {
          keys.push(keyOf(sort));
          if (partsOf) keys.push(...(await keysIn(items, partsOf(sort))));
          if (keys.length >= ItemsAtOnce) break;
        }
        if (keys.length === 0) continue;
        await eraseKeys(table, context, keys);
        return false;
      }
      await eraseKeys(
        table,
        context,
        ['SYNC', 'TOKEN', 'ACCOUNT'].map((kind) => ({ partition: '', sort: `${kind}#${accountId}` })),
      );
      return true;
    },
  };
}
