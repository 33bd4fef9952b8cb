import { reportDeliveryStore, reportScheduleStore } from '../../infra/dynamo/report-store.ts';
import { table } from './table.ts';

export const schedules = reportScheduleStore(table);
export const deliveries = reportDeliveryStore(table);
