import { accountStore } from '../../infra/dynamo/account-store.ts';
import { table } from './table.ts';

export const accounts = accountStore(table);
