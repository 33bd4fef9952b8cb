import { modelUsageStore } from '../../infra/dynamo/model-usage-store.ts';
import { table } from './table.ts';

export const modelUsages = modelUsageStore(table);
