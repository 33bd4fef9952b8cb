import { ListReportSchedules } from '../../../shared/contract/api/reports.ts';
import type { ReportScheduleStore } from '../../../shared/core/reports/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listReportSchedules = ({ schedules }: { schedules: ReportScheduleStore }) =>
  route(ListReportSchedules, ({ context, query }) => schedules.page(context, query));
