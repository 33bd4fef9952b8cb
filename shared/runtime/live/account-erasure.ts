import { accountErasure as createErasure } from '../../infra/dynamo/account-erasure.ts';
import { table } from './table.ts';

export const accountErasure = createErasure(table);
