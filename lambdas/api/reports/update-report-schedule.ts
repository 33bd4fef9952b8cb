import { UpdateReportSchedule } from '../../../shared/contract/api/reports.ts';
import { type ManageDeps, updateSchedule } from '../../../shared/core/reports/manage-schedule.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateReportSchedule = (deps: ManageDeps) =>
  route(UpdateReportSchedule, ({ context, params, body, ifMatch, now }) =>
    updateSchedule(deps, context, params.scheduleId, body, ifMatch, now),
  );
