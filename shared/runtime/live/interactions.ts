import { interactionStore } from '../../infra/dynamo/interaction-store.ts';
import { table } from './table.ts';

export const interactions = interactionStore(table);
