import { documentClient } from '../../shared/infra/dynamo/client.ts';
import { Table } from '../../shared/infra/dynamo/table.ts';

/** The table that the benchmark's main process has filled. */
export function openTable(endpoint: string): Table {
  return new Table({
    client: documentClient({ endpoint }),
    tableName: 'earshot',
    signingKey: async () => 'a signing key for the benchmark',
  });
}
