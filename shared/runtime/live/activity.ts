import { activityStore } from '../../infra/dynamo/activity-store.ts';
import { table } from './table.ts';

export const activity = activityStore(table);
