import { templateStore } from '../../infra/dynamo/template-store.ts';
import { table } from './table.ts';

export const templates = templateStore(table);
