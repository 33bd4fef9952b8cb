import { tenantRecords as recordsIn } from '../../infra/dynamo/tenant-records.ts';
import { table } from './table.ts';

export const tenantRecords = recordsIn(table);
