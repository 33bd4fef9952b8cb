import { jobWorkStore } from '../../infra/dynamo/job-work-store.ts';
import { table } from './table.ts';

export const jobWork = jobWorkStore(table);
