import { ListReportDeliveries } from '../../../shared/contract/api/reports.ts';
import type { ReportDeliveryStore } from '../../../shared/core/reports/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listReportDeliveries = ({ deliveries }: { deliveries: Pick<ReportDeliveryStore, 'page'> }) =>
  route(ListReportDeliveries, ({ context, params, query }) =>
    deliveries.page(context, params.scheduleId, query),
  );
