import { executionStore } from '../../infra/dynamo/execution-store.ts';
import { table } from './table.ts';

export const executions = executionStore(table);
