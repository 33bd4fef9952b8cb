import { ruleStore } from '../../infra/dynamo/rule-store.ts';
import { table } from './table.ts';

export const rules = ruleStore(table);
