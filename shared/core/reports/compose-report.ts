import type { TenantContext } from '../kernel/tenant-context.ts';
import { type GatherDeps, gatherReport } from './gather-report.ts';
import type { DrawChart, Mail } from './ports.ts';
import { reportHtml } from './report-html.ts';
import type { Frequency, Period } from './report-period.ts';
import { reportPlainText } from './report-plain-text.ts';
import type { Recipient } from './report-schedule.ts';
import { digestOfAddress, unsubscribeToken } from './unsubscribe-token.ts';
import { wordReport } from './word-report.ts';

export interface ComposeDeps extends GatherDeps {
  drawChart: DrawChart;
  signingKey(): Promise<string>;
  /** Where people reach the console, without a trailing slash. */
  publicUrl: string;
}

const ChartContentId = 'chart@earshot';

/** Gathers, words and draws a report once, and returns what makes the mail of each recipient from it. */
export async function composeReport(
  deps: ComposeDeps,
  context: TenantContext,
  asked: { frequency: Frequency; period: Period; accountIds: readonly string[] },
): Promise<(recipient: Recipient) => Mail> {
  const report = await gatherReport(deps, context, asked);
  const worded = wordReport(report);
  const images = worded.chart
    ? [{ contentId: ChartContentId, fileName: 'chart.png', png: await deps.drawChart(worded.chart.drawing) }]
    : [];
  const signingKey = await deps.signingKey();
  const { organizationId, language } = report.organization;
  return (recipient) => {
    const addressDigest = digestOfAddress(recipient.email);
    const token = unsubscribeToken(signingKey, { organizationId, addressDigest, language });
    const links = {
      inbox: `${deps.publicUrl}/inbox`,
      waiting: `${deps.publicUrl}/inbox?status=manual`,
      unsubscribe: `${deps.publicUrl}/v1/unsubscribe?token=${token}`,
      chart: `cid:${ChartContentId}`,
    };
    return {
      to: recipient,
      subject: worded.subject,
      html: reportHtml(worded, links),
      text: reportPlainText(worded, links),
      images,
      unsubscribeUrl: links.unsubscribe,
    };
  };
}
