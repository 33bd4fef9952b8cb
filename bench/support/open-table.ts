import { documentClient } from '../../shared/infra/dynamo/client.ts';
import { Table } from '../../shared/infra/dynamo/table.ts';

/** The embedded database takes any credentials, but the client wants some. */
Object.assign(process.env, {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
});

/** The table that the benchmark's main process has filled. */
export function openTable(endpoint: string): Table {
  return new Table({
    client: documentClient({ endpoint }),
    tableName: 'earshot',
    signingKey: async () => 'a signing key for the benchmark',
  });
}
