import { coverageStore } from '../../infra/dynamo/coverage-store.ts';
import { table } from './table.ts';

export const coverage = coverageStore(table);
