import { describe, expect, it } from 'vitest';
import { areSameFigures, latestFigures } from '../../../shared/core/content/figures.ts';

describe('the figures of a post', () => {
  it('CM-12 stay as they were told before where they are not told this time', () => {
    const before = { reactions: 3, comments: 1, shares: 2, views: 40 };
    const now = { reactions: 5, comments: 0, shares: null };
    expect(latestFigures(before, now, { views: 50, reach: 30 })).toEqual({
      reactions: 5,
      comments: 0,
      shares: 2,
      views: 50,
      reach: 30,
    });
    expect(latestFigures(undefined, now, undefined)).toEqual(now);
  });

  it('CM-12 are the same where one side does not know a figure at all', () => {
    const figures = { reactions: 3, comments: 1, shares: null };
    expect(areSameFigures(figures, { ...figures, reach: null })).toBe(true);
    expect(areSameFigures(figures, { ...figures, reach: 1 })).toBe(false);
  });
});
