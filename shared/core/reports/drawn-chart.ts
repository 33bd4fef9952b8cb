import type { Chart } from './report-document.ts';
import type { ReportFormat } from './report-format.ts';

/** A chart with all its texts as they are drawn. */
export interface DrawnChart extends Omit<Chart, 'days'> {
  labels: string[];
  /** The BCP 47 tag in which the axis writes its numbers. */
  locale: string;
}

export function drawnChart({ style, days, series }: Chart, format: ReportFormat): DrawnChart {
  return { style, series, labels: days.map((day) => format.day(day)), locale: format.locale };
}

/** The chart for people who do not see it: the sum of bars, or the first line, of each day. */
export function chartInWords({ style, days, series }: Chart, format: ReportFormat): string {
  const shown = style === 'lines' ? series.slice(0, 1) : series;
  const figure = (index: number) => {
    const values = shown.map(({ values }) => values[index]).filter((value) => value != null);
    return values.length === 0 ? '–' : format.decimal(values.reduce((sum, value) => sum + value, 0));
  };
  return days.map((day, index) => `${format.day(day)}: ${figure(index)}`).join(', ');
}
