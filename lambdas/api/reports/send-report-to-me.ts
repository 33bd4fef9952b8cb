import { SendReportToMe } from '../../../shared/contract/api/reports.ts';
import { type PreviewDeps, requestPreview } from '../../../shared/core/reports/request-preview.ts';
import { route } from '../../../shared/runtime/route.ts';

export const sendReportToMe = (deps: PreviewDeps) =>
  route(SendReportToMe, async ({ context, params, body }) => ({
    deliveryId: await requestPreview(deps, context, params.scheduleId, body.period),
  }));
