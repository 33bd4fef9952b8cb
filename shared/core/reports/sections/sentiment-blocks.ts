import type { Day } from '../../kernel/zoned-time.ts';
import type { Figures } from '../figures.ts';
import type { Voice } from '../key-figures.ts';
import type { Block } from '../report-document.ts';

/** Told apart by lightness as well as by hue, and legible on light and on dark. */
const SentimentColors = {
  positive: '#2a9d74',
  neutral: '#8fa3bf',
  negative: '#d9534f',
  unknown: '#c9ced6',
};

const Polarities = ['positive', 'neutral', 'negative', 'unknown'] as const;

/** A bar for each day, stacked by sentiment; none when nobody wrote. */
export function dailyBlock(
  days: readonly ({ day: Day } & Figures)[],
  heading: string,
  { texts }: Voice,
): Block[] {
  const series = Polarities.map((polarity) => ({
    name: texts.sentiments[polarity],
    color: SentimentColors[polarity],
    values: days.map((figures) => figures[polarity]),
  })).filter(({ values }) => values.some((value) => value > 0));
  if (series.length === 0) return [];
  return [
    { kind: 'chart', heading, chart: { style: 'stacked-bars', days: days.map(({ day }) => day), series } },
  ];
}

/** How what was said was meant, as parts of the whole. */
export function sharesBlock(figures: Figures, heading: string, { texts }: Voice): Block[] {
  if (figures.interactions === 0) return [];
  const shares = Polarities.filter((polarity) => figures[polarity] > 0).map((polarity) => ({
    name: texts.sentiments[polarity],
    color: SentimentColors[polarity],
    count: figures[polarity],
    share: figures[polarity] / figures.interactions,
  }));
  return [{ kind: 'shares', heading, shares }];
}
