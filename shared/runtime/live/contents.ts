import { contentStore } from '../../infra/dynamo/content-store.ts';
import { table } from './table.ts';

export const contents = contentStore(table);
