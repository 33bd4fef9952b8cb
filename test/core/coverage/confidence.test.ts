import { describe, expect, it } from 'vitest';
import { confidenceOf, confirmsItself, summariseScores } from '../../../shared/core/coverage/confidence.ts';

describe('confidence', () => {
  it.each([
    [[80, 80, 80], 'very_high'],
    [[79, 80, 80], 'high'],
    [[70, 70], 'high'],
    [[69, 70], 'medium'],
    [[80], 'medium'],
    [[79], 'low'],
    [[], 'low'],
  ] as const)('PM-10 has, in sources that scored %j, the confidence %s', (scores, confidence) => {
    expect(confidenceOf(summariseScores(scores))).toBe(confidence);
  });

  it.each([
    [[50, 50], 100, true],
    [[85], 70, true],
    [[84.99], 70, false],
    [[85], 90, false],
    [[100], 100, true],
    [[], 0, false],
  ] as const)(
    'PM-10 confirms scores %j at a minimum of %d by themselves: %s',
    (scores, minMatchScore, confirms) => {
      expect(confirmsItself(summariseScores(scores), minMatchScore)).toBe(confirms);
    },
  );
});
