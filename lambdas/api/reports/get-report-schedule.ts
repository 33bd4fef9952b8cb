import { GetReportSchedule } from '../../../shared/contract/api/reports.ts';
import { type ManageDeps, readSchedule } from '../../../shared/core/reports/manage-schedule.ts';
import { route } from '../../../shared/runtime/route.ts';

export const getReportSchedule = (deps: Pick<ManageDeps, 'schedules'>) =>
  route(GetReportSchedule, ({ context, params }) => readSchedule(deps, context, params.scheduleId));
