import { apiTokenDirectory, apiTokenStore } from '../../infra/dynamo/api-token-store.ts';
import { table } from './table.ts';

export const apiTokens = apiTokenStore(table);
export const apiTokenEntries = apiTokenDirectory(table);
