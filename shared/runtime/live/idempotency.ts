import { idempotencyStore } from '../../infra/dynamo/idempotency-store.ts';
import { table } from './table.ts';

export const idempotency = idempotencyStore(table);
