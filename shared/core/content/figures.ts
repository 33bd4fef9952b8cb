import type { Content } from './content.ts';

type Statistics = Content['statistics'];

/** Figures that a platform tells apart from a post, at the price of a call each. */
export type Insights = Partial<Statistics>;

/** The latest figures: what was not told this time stays as it was told before (CM-12). */
export function latestFigures(...told: readonly (Partial<Statistics> | undefined)[]): Statistics {
  const latest: Statistics = { reactions: null, comments: null, shares: null };
  for (const figures of told) {
    const known = Object.entries(figures ?? {}).filter(([, figure]) => figure != null);
    Object.assign(latest, Object.fromEntries(known));
  }
  return latest;
}

export function areSameFigures(one: Statistics, other: Statistics): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Statistics>;
  return [...names].every((name) => (one[name] ?? null) === (other[name] ?? null));
}
