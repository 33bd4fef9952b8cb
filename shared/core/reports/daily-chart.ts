import type { Figures } from './figures.ts';
import type { ReportTexts } from './report-texts.ts';
import type { Day } from './zoned-time.ts';

/** A bar for each day, stacked by sentiment; all texts are ready to be drawn. */
export interface DailyChart {
  days: string[];
  series: { name: string; color: string; values: number[] }[];
}

/** Told apart by lightness as well as by hue, and legible on light and on dark. */
export const SentimentColors = {
  positive: '#2a9d74',
  neutral: '#8fa3bf',
  negative: '#d9534f',
  unknown: '#c9ced6',
};

/** The chart of some days; a sentiment that never occurs is left out. */
export function dailyChart(
  days: readonly ({ day: Day } & Figures)[],
  texts: Pick<ReportTexts, 'sentiments'>,
  nameOfDay: (day: Day) => string,
): DailyChart {
  const series = (['positive', 'neutral', 'negative', 'unknown'] as const).map((sentiment) => ({
    name: texts.sentiments[sentiment],
    color: SentimentColors[sentiment],
    values: days.map((figures) => figures[sentiment]),
  }));
  return {
    days: days.map(({ day }) => nameOfDay(day)),
    series: series.filter(({ values }) => values.some((value) => value > 0)),
  };
}
