import { blocklistStore } from '../../infra/dynamo/blocklist-store.ts';
import { table } from './table.ts';

export const blocklists = blocklistStore(table);
