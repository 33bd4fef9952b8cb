import * as z from 'zod';

export const Confidence = z.enum(['low', 'medium', 'high', 'very_high']);
export type Confidence = z.infer<typeof Confidence>;

/** What the scores of an article's distinct sources say together. */
export interface ScoreSummary {
  sourceCount: number;
  averageScore: number;
  highestScore: number;
}

const AutoConfirmScoreOfOneSource = 85;

/** Averages over distinct sources, to two decimals. */
export function summariseScores(scores: readonly number[]): ScoreSummary {
  if (scores.length === 0) return { sourceCount: 0, averageScore: 0, highestScore: 0 };
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    sourceCount: scores.length,
    averageScore: Math.round((sum / scores.length) * 100) / 100,
    highestScore: Math.max(...scores),
  };
}

/** PM-10: more sources that agree and a higher average mean more confidence. */
export function confidenceOf({ sourceCount, averageScore }: ScoreSummary): Confidence {
  if (sourceCount >= 3 && averageScore >= 80) return 'very_high';
  if (sourceCount >= 2 && averageScore >= 70) return 'high';
  if (sourceCount >= 2 || averageScore >= 80) return 'medium';
  return 'low';
}

/** PM-10: two distinct sources, or one with at least 85 that also reaches the campaign's own minimum. */
export function confirmsItself({ sourceCount, highestScore }: ScoreSummary, minMatchScore: number): boolean {
  return (
    sourceCount >= 2 ||
    (sourceCount === 1 && highestScore >= AutoConfirmScoreOfOneSource && highestScore >= minMatchScore)
  );
}
