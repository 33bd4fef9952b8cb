import type { Figures } from './figures.ts';
import type { ReportFormat } from './report-format.ts';
import type { Frequency } from './report-period.ts';
import type { ReportTexts } from './report-texts.ts';

/** One figure beside that of the period before, in words. */
export interface KeyFigure {
  label: string;
  value: string;
  /** Empty where there is nothing to compare. */
  change: string;
  /** Whether the change is good news; undefined where it is neither. */
  isGood: boolean | undefined;
}

/** The four figures at the head of a report, each against the period before (RP-02). */
export function keyFigures(
  now: Figures,
  before: Figures,
  frequency: Frequency,
  texts: ReportTexts,
  format: ReportFormat,
): KeyFigure[] {
  const say = { texts, format, comparedWith: texts.comparedWith[frequency] };
  const negativeShare = ({ negative, interactions }: Figures) =>
    interactions > 0 ? negative / interactions : null;
  return [
    {
      label: texts.interactions,
      ...countChange(now.interactions, before.interactions, say),
      isGood: undefined,
    },
    shareFigure(texts.answered, now.answeredShare, before.answeredShare, 1, say),
    shareFigure(texts.negative, negativeShare(now), negativeShare(before), -1, say),
    {
      label: texts.coverage,
      ...countChange(now.clippings, before.clippings, say),
      isGood: now.clippings === before.clippings ? undefined : now.clippings > before.clippings,
    },
  ];
}

interface Say {
  texts: ReportTexts;
  format: ReportFormat;
  comparedWith: string;
}

function countChange(now: number, before: number, { texts, format, comparedWith }: Say) {
  const value = format.count(now);
  if (now === before) return { value, change: texts.unchanged };
  if (before === 0) return { value, change: texts.noneBefore };
  const change = Math.abs(now - before) / before;
  return { value, change: `${arrow(now - before)} ${format.share(change)} ${comparedWith}` };
}

function shareFigure(
  label: string,
  now: number | null,
  before: number | null,
  goodDirection: 1 | -1,
  { texts, format, comparedWith }: Say,
): KeyFigure {
  if (now === null) return { label, value: '–', change: '', isGood: undefined };
  const value = format.share(now);
  if (before === null) return { label, value, change: texts.noneBefore, isGood: undefined };
  const difference = Math.round(now * 100) / 100 - Math.round(before * 100) / 100;
  if (Math.abs(difference) < 0.005) return { label, value, change: texts.unchanged, isGood: undefined };
  const points = Math.round(Math.abs(difference) * 100);
  const unit = points === 1 ? texts.points.one : texts.points.other;
  const change = `${arrow(difference)} ${format.count(points)} ${unit} ${comparedWith}`;
  return { label, value, change, isGood: Math.sign(difference) === goodDirection };
}

function arrow(difference: number): string {
  return difference > 0 ? '▲' : '▼';
}
