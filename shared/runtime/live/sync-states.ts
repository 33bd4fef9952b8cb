import { syncStateStore } from '../../infra/dynamo/sync-state-store.ts';
import { table } from './table.ts';

export const syncStates = syncStateStore(table);
