import type { Figures } from './figures.ts';
import { count, duration, type KeyFigure, share } from './report-document.ts';
import type { ReportFormat } from './report-format.ts';
import type { ReportTexts } from './report-texts.ts';

/** What the builders of sections need to speak: the language, its numbers, and the name of the period before. */
export interface Voice {
  texts: ReportTexts;
  format: ReportFormat;
  /** E.g. `vs. the week before`. */
  comparedWith: string;
}

/** Whether more is better (1), worse (-1) or neither (0). */
type GoodDirection = 1 | -1 | 0;

/** A number beside that of the period before, with the change in percent (RP-02). */
export function countFigure(
  label: string,
  [now, before]: readonly [number, number],
  goodDirection: GoodDirection,
  voice: Voice,
): KeyFigure {
  const change = () => voice.format.share(Math.abs(now - before) / before);
  const rest = before === 0 && now > 0 ? newlyThere(now, goodDirection, voice) : undefined;
  return {
    label,
    now: count(now),
    before: count(before),
    ...(rest ?? changed(now - before, change, goodDirection, voice)),
  };
}

/** A share of something, with the change in percentage points. */
export function shareFigure(
  label: string,
  [now, before]: readonly [number | null, number | null],
  goodDirection: GoodDirection,
  voice: Voice,
): KeyFigure {
  const sides = { label, now: share(now), before: share(before) };
  if (now === null || before === null) return { ...sides, ...nothingBefore(now, voice) };
  const points = Math.round(now * 100) - Math.round(before * 100);
  const unit = Math.abs(points) === 1 ? voice.texts.points.one : voice.texts.points.other;
  const change = () => `${voice.format.count(Math.abs(points))} ${unit}`;
  return { ...sides, ...changed(points, change, goodDirection, voice) };
}

/** A time that should be short, with the change in percent. */
export function durationFigure(
  label: string,
  [now, before]: readonly [number | null, number | null],
  voice: Voice,
): KeyFigure {
  const sides = { label, now: duration(now), before: duration(before) };
  if (now === null || before === null) return { ...sides, ...nothingBefore(now, voice) };
  const change = () => voice.format.share(Math.abs(now - before) / before);
  return { ...sides, ...changed(now - before, change, -1, voice) };
}

/** Of two periods: one figure of each. */
export function both<T>(now: Figures, before: Figures, read: (figures: Figures) => T): readonly [T, T] {
  return [read(now), read(before)];
}

export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

type Comparison = Pick<KeyFigure, 'direction' | 'change' | 'isGood'>;

function changed(
  difference: number,
  change: () => string,
  goodDirection: GoodDirection,
  { texts, comparedWith }: Voice,
): Comparison {
  if (difference === 0) return { direction: undefined, change: texts.unchanged, isGood: undefined };
  const isGood = goodDirection === 0 ? undefined : Math.sign(difference) === goodDirection;
  return { direction: difference > 0 ? 'up' : 'down', change: `${change()} ${comparedWith}`, isGood };
}

function newlyThere(now: number, goodDirection: GoodDirection, { texts }: Voice): Comparison {
  const isGood = goodDirection === 0 ? undefined : Math.sign(now) === goodDirection;
  return { direction: undefined, change: texts.noneBefore, isGood };
}

function nothingBefore(now: number | null, { texts }: Voice): Comparison {
  return { direction: undefined, change: now === null ? '' : texts.noneBefore, isGood: undefined };
}
