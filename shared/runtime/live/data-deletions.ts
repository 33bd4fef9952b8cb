import { dataDeletionStore } from '../../infra/dynamo/data-deletion-store.ts';
import { table } from './table.ts';

export const dataDeletions = dataDeletionStore(table);
