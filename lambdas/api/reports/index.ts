import type { ManageDeps } from '../../../shared/core/reports/manage-schedule.ts';
import type { MailSuppressions, ReportDeliveryStore } from '../../../shared/core/reports/ports.ts';
import type { PreviewReportDeps } from '../../../shared/core/reports/preview-report.ts';
import type { PreviewDeps } from '../../../shared/core/reports/request-preview.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { contents } from '../../../shared/runtime/live/contents.ts';
import { coverage } from '../../../shared/runtime/live/coverage.ts';
import { drawSvg } from '../../../shared/runtime/live/draw-svg.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { alarms } from '../../../shared/runtime/live/report-alarms.ts';
import { deliveries, schedules } from '../../../shared/runtime/live/report-stores.ts';
import { requestReport } from '../../../shared/runtime/live/request-report.ts';
import { rollups } from '../../../shared/runtime/live/rollups.ts';
import { signingKey } from '../../../shared/runtime/live/signing-key.ts';
import { suppressions } from '../../../shared/runtime/live/suppressions.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { askToUnsubscribe } from './ask-to-unsubscribe.ts';
import { createReportSchedule } from './create-report-schedule.ts';
import { deleteReportSchedule } from './delete-report-schedule.ts';
import { getReportSchedule } from './get-report-schedule.ts';
import { listReportDeliveries } from './list-report-deliveries.ts';
import { listReportSchedules } from './list-report-schedules.ts';
import { previewReport } from './preview-report.ts';
import { sendReportToMe } from './send-report-to-me.ts';
import { unsubscribe } from './unsubscribe.ts';
import { updateReportSchedule } from './update-report-schedule.ts';

interface Deps extends ManageDeps, PreviewDeps, PreviewReportDeps {
  organizations: PreviewDeps['organizations'] & PreviewReportDeps['organizations'];
  deliveries: Pick<ReportDeliveryStore, 'page'>;
  signingKey(): Promise<string>;
  suppressions: Pick<MailSuppressions, 'unsubscribe'>;
}

export const createReportsHandler = (deps: Deps) =>
  resource([
    listReportSchedules(deps),
    createReportSchedule(deps),
    getReportSchedule(deps),
    updateReportSchedule(deps),
    deleteReportSchedule(deps),
    sendReportToMe(deps),
    previewReport(deps),
    listReportDeliveries(deps),
    askToUnsubscribe(deps),
    unsubscribe(deps),
  ]);

export const handler = createReportsHandler({
  accounts,
  contents,
  coverage,
  drawSvg,
  rollups,
  schedules,
  alarms,
  newId,
  organizations,
  requestReport,
  deliveries,
  signingKey,
  suppressions,
});
