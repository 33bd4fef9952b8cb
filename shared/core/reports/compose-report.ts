import type { TenantContext } from '../kernel/tenant-context.ts';
import { drawnChart } from './drawn-chart.ts';
import { type AskedReport, type GatherDeps, gatherReport, saysSomething } from './gather-report.ts';
import type { Voice } from './key-figures.ts';
import type { DrawChart, Mail, WriteFile } from './ports.ts';
import { type Chart, chartsOf, type ReportDocument } from './report-document.ts';
import { reportHtml } from './report-html.ts';
import { reportPlainText } from './report-plain-text.ts';
import type { Recipient, ReportFileFormat } from './report-schedule.ts';
import { filled } from './report-texts.ts';
import { digestOfAddress, unsubscribeToken } from './unsubscribe-token.ts';
import { wordReport } from './word-report.ts';

export interface ComposeDeps extends GatherDeps {
  drawChart: DrawChart;
  writePdf: WriteFile;
  writeWorkbook: WriteFile;
  signingKey(): Promise<string>;
  /** Where people reach the console, without a trailing slash. */
  publicUrl: string;
}

export interface AskedMail extends AskedReport {
  format: ReportFileFormat;
  onlyWhenThereIsSomething: boolean;
}

/**
 * Gathers, words and draws a report once, and returns what makes the mail of each recipient from it; undefined where
 * there is nothing to report and nobody wants to read that.
 */
export async function composeReport(
  deps: ComposeDeps,
  context: TenantContext,
  asked: AskedMail,
): Promise<((recipient: Recipient) => Mail) | undefined> {
  const report = await gatherReport(deps, context, asked);
  if (asked.onlyWhenThereIsSomething && !saysSomething(report)) return undefined;
  const { document, voice } = wordReport(report);
  const attachments = await attachmentsOf(deps, asked, document, voice);
  const shown = attachments[0] ? coverLetter(document, voice, attachments[0].fileName) : document;
  const pictures = await picturesOf(deps, shown, voice);
  const signingKey = await deps.signingKey();
  const { organizationId, language } = report.organization;
  return (recipient) => {
    const addressDigest = digestOfAddress(recipient.email);
    const token = unsubscribeToken(signingKey, { organizationId, addressDigest, language });
    const links = {
      inbox: `${deps.publicUrl}/inbox`,
      waiting: `${deps.publicUrl}/inbox?status=manual`,
      unsubscribe: `${deps.publicUrl}/v1/unsubscribe?token=${token}`,
      pictureOf: (chart: Chart) => `cid:${pictures.get(chart)?.contentId}`,
    };
    return {
      to: recipient,
      subject: document.subject,
      html: reportHtml(shown, voice, links),
      text: reportPlainText(shown, voice, links),
      images: [...pictures.values()],
      attachments,
      unsubscribeUrl: links.unsubscribe,
    };
  };
}

async function picturesOf({ drawChart }: ComposeDeps, document: ReportDocument, { format }: Voice) {
  const pictures = new Map<Chart, Mail['images'][number]>();
  for (const chart of chartsOf(document)) {
    const name = `chart-${pictures.size + 1}`;
    const png = await drawChart(drawnChart(chart, format));
    pictures.set(chart, { contentId: `${name}@earshot`, fileName: `${name}.png`, png });
  }
  return pictures;
}

async function attachmentsOf(
  deps: ComposeDeps,
  { format, period }: { format: ReportFileFormat; period: { from: string; to: string } },
  document: ReportDocument,
  voice: Voice,
): Promise<Mail['attachments']> {
  const name = `earshot-${period.from}${period.to === period.from ? '' : `-${period.to}`}`;
  switch (format) {
    case 'html_email':
      return [];
    case 'pdf': {
      const content = await deps.writePdf(document, voice);
      return [{ fileName: `${name}.pdf`, contentType: 'application/pdf', content }];
    }
    case 'excel': {
      const content = await deps.writeWorkbook(document, voice);
      return [{ fileName: `${name}.xlsx`, contentType: WorkbookType, content }];
    }
  }
}

const WorkbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the mail itself says when the report is attached: the first key figures, and where the rest is. */
function coverLetter(document: ReportDocument, { texts }: Voice, file: string): ReportDocument {
  const [first] = document.sections;
  const figures = first?.blocks.filter(({ kind }) => kind === 'figures') ?? [];
  const note = { kind: 'note', text: filled(texts.attached, { file }) } as const;
  return { ...document, sections: [{ title: first?.title ?? '', blocks: [...figures, note] }] };
}
