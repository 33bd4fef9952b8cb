import { CreateReportSchedule } from '../../../shared/contract/api/reports.ts';
import { createSchedule, type ManageDeps } from '../../../shared/core/reports/manage-schedule.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createReportSchedule = (deps: ManageDeps) =>
  route(CreateReportSchedule, ({ context, body, now }) => createSchedule(deps, context, body, now));
