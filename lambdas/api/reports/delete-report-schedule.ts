import { DeleteReportSchedule } from '../../../shared/contract/api/reports.ts';
import { deleteSchedule, type ManageDeps } from '../../../shared/core/reports/manage-schedule.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteReportSchedule = (deps: ManageDeps) =>
  route(DeleteReportSchedule, async ({ context, params }) => {
    await deleteSchedule(deps, context, params.scheduleId);
    return undefined;
  });
