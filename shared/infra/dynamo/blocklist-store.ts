import { Blocklist, EmptyBlocklist } from '../../core/automation/blocklist.ts';
import type { BlocklistStore } from '../../core/automation/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import { changedMeanwhile } from './template-store.ts';

const BlocklistKey: Key = { partition: '', sort: 'BLOCKLIST' };

export function blocklistStore(table: Table): BlocklistStore {
  return {
    async get(context) {
      const item = await table.tenant(context).get(BlocklistKey);
      return item ? Blocklist.parse(item) : EmptyBlocklist;
    },

    async save(context, blocklist) {
      const { version } = blocklist;
      const condition =
        version === 1 ? ({ absent: 'pk' } as const) : ({ equals: ['version', version - 1] } as const);
      try {
        await table.tenant(context).put(BlocklistKey, { type: 'Blocklist', ...blocklist }, { condition });
      } catch (error) {
        throw changedMeanwhile(error, 'blocklist');
      }
    },
  };
}
