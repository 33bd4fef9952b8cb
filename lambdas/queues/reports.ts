import { ReportMessage } from '../../shared/contract/queues.ts';
import type { Clock } from '../../shared/core/kernel/time.ts';
import { type SendReportDeps, sendReport } from '../../shared/core/reports/send-report.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { requireEnvironment } from '../../shared/runtime/env.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { coverage } from '../../shared/runtime/live/coverage.ts';
import { drawChart } from '../../shared/runtime/live/draw-chart.ts';
import { mailSender } from '../../shared/runtime/live/mail-sender.ts';
import { organizations } from '../../shared/runtime/live/organizations.ts';
import { writePdf, writeWorkbook } from '../../shared/runtime/live/report-files.ts';
import { deliveries, schedules } from '../../shared/runtime/live/report-stores.ts';
import { rollups } from '../../shared/runtime/live/rollups.ts';
import { signingKey } from '../../shared/runtime/live/signing-key.ts';
import { suppressions } from '../../shared/runtime/live/suppressions.ts';

/** A report is due: composes it once and sends one mail to each recipient (RP-03). */
export const createReportsConsumer = (deps: SendReportDeps, options: { clock?: Clock } = {}) =>
  consumer(ReportMessage, (message, { now }) => sendReport(deps, contextOf(message), message, now), options);

export const handler = createReportsConsumer({
  accounts,
  contents,
  coverage,
  deliveries,
  drawChart,
  mailSender,
  organizations,
  publicUrl: requireEnvironment('PUBLIC_URL'),
  rollups,
  schedules,
  signingKey,
  suppressions,
  writePdf,
  writeWorkbook,
});
