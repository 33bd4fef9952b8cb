import { jobStore } from '../../infra/dynamo/job-store.ts';
import { table } from './table.ts';

export const jobs = jobStore(table);
