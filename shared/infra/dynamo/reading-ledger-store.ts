import { ReadingLedger, type ReadingLedgerStore } from '../../core/content/reading-ledger.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const ledgerKey = (contentId: string): Key => ({ partition: `CONTENT#${contentId}`, sort: 'LEDGER' });

export function readingLedgerStore(table: Table): ReadingLedgerStore {
  return {
    async find(context, contentId) {
      const item = await table.tenant(context).get(ledgerKey(contentId));
      return item && ReadingLedger.parse(item);
    },
    save: (context, ledger) =>
      table.tenant(context).put(ledgerKey(ledger.contentId), { type: 'ReadingLedger', ...ledger }),
  };
}
