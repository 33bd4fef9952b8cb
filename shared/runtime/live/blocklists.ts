import { blocklistStore } from '../../infra/dynamo/blocklist-store.ts';
import { compileRegex } from './compile-regex.ts';
import { table } from './table.ts';

export const blocklists = blocklistStore(table, compileRegex);
