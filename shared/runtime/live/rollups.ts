import { rollupStore } from '../../infra/dynamo/rollup-store.ts';
import { table } from './table.ts';

export const rollups = rollupStore(table);
