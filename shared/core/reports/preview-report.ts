import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { drawnChart } from './drawn-chart.ts';
import { type GatherDeps, gatherReport } from './gather-report.ts';
import { type ManageDeps, readSchedule } from './manage-schedule.ts';
import type { DrawSvg } from './ports.ts';
import { chartsOf } from './report-document.ts';
import { reportHtml } from './report-html.ts';
import { periodAround, periodBefore } from './report-period.ts';
import { wordReport } from './word-report.ts';

export interface PreviewReportDeps extends GatherDeps, Pick<ManageDeps, 'schedules'> {
  drawSvg: DrawSvg;
}

/** RP-04: the whole report as one page, as the mail shows it; whatever its format, it says the same. */
export async function previewReport(
  deps: PreviewReportDeps,
  context: TenantContext,
  { scheduleId, period: which }: { scheduleId: string; period: 'last' | 'current' },
  now: Instant,
): Promise<string> {
  const schedule = await readSchedule(deps, context, scheduleId);
  const { frequency, timeZone, reportType, accountIds } = schedule;
  const period = (which === 'current' ? periodAround : periodBefore)(frequency, timeZone, now);
  const report = await gatherReport(deps, context, { reportType, frequency, period, accountIds });
  const { document, voice } = wordReport(report);
  const pictures = new Map(
    chartsOf(document).map((chart) => [chart, dataAddress(deps.drawSvg(drawnChart(chart, voice.format)))]),
  );
  return reportHtml(document, voice, {
    inbox: '/inbox',
    waiting: '/inbox?status=manual',
    // Whoever looks at a preview has subscribed to nothing.
    unsubscribe: '#',
    pictureOf: (chart) => pictures.get(chart) ?? '',
  });
}

/** Nothing but what stands in the page may load or run. */
export const PreviewPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

function dataAddress(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
