import { documentClient } from '../../infra/dynamo/client.ts';
import { Table } from '../../infra/dynamo/table.ts';
import { requireEnvironment } from '../env.ts';
import { signingKey } from './signing-key.ts';

export const table = new Table({
  client: documentClient(),
  tableName: requireEnvironment('TABLE_NAME'),
  signingKey,
});
