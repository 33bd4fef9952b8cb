import { ListReportDeliveries } from '../../../shared/contract/api/reports.ts';
import { type ManageDeps, readSchedule } from '../../../shared/core/reports/manage-schedule.ts';
import type { ReportDeliveryStore } from '../../../shared/core/reports/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

type Deps = Pick<ManageDeps, 'schedules'> & { deliveries: Pick<ReportDeliveryStore, 'page'> };

export const listReportDeliveries = (deps: Deps) =>
  route(ListReportDeliveries, async ({ context, params, query }) => {
    await readSchedule(deps, context, params.scheduleId);
    return deps.deliveries.page(context, params.scheduleId, query);
  });
