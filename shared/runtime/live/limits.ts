import { limitStore } from '../../infra/dynamo/limit-store.ts';
import { table } from './table.ts';

export const limits = limitStore(table);
