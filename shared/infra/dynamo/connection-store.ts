import { Connection } from '../../core/accounts/connection.ts';
import type { ConnectionStore } from '../../core/accounts/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const connectionKey = (connectionId: string): Key => ({ partition: '', sort: `CONNECTION#${connectionId}` });

/** Walks through a provider's dialog; the table forgets them when they end. */
export function connectionStore(table: Table): ConnectionStore {
  return {
    async save(context, connection) {
      const item = { type: 'Connection', ...connection, endsAt: connection.expiresAt };
      await table
        .tenant(context)
        .put(connectionKey(connection.connectionId), item, { expiresAt: connection.expiresAt });
    },
    async find(context, connectionId) {
      const item = await table.tenant(context).get(connectionKey(connectionId));
      return item && Connection.parse({ ...item, expiresAt: item['endsAt'] });
    },
  };
}
