import { hostTurnStore } from '../../infra/dynamo/host-turn-store.ts';
import { table } from './table.ts';

export const hostTurns = hostTurnStore(table);
