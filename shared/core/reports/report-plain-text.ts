import type { ReportLinks } from './report-html.ts';
import type { WordedReport } from './word-report.ts';

/** The report for mail programs that show plain text: the same statements in the same order. */
export function reportPlainText(report: WordedReport, links: ReportLinks): string {
  const { texts } = report;
  const sections = [
    [`${report.organization}: ${report.title}`, report.period],
    report.keyFigures.map(({ label, value, change }) => `${label}: ${value}${change && ` (${change})`}`),
    report.nothing ? [report.nothing] : [],
    report.chart ? [report.chart.heading, report.chart.description] : [],
    titled(
      texts.sentiment,
      report.sentiments.map(({ name, count, share }) => `${name}: ${count} (${share})`),
    ),
    report.waiting ? [report.waiting, `${texts.openWaiting}: ${links.waiting}`] : [],
    titled(
      texts.accounts,
      report.accounts.map(
        ({ name, interactions, answered }) => `${name}: ${interactions} (${texts.answered}: ${answered})`,
      ),
    ),
    titled(
      texts.topContent,
      report.topContent.map(({ title, permalink, interactions }) =>
        [`${title} (${interactions})`, permalink ?? ''].join(' ').trim(),
      ),
    ),
    [`${texts.open}: ${links.inbox}`],
    [report.why, `${texts.unsubscribe}: ${links.unsubscribe}`],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titled(heading: string, lines: string[]): string[] {
  return lines.length > 0 ? [heading, ...lines] : [];
}
