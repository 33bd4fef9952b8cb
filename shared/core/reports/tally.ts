import { type StepCounts, secondsAtShare } from '../activity/response-steps.ts';
import { UnknownSentiment } from '../activity/rollup-cell.ts';
import { polarityOf, Sentiment, Sentiments } from '../analysis/analysis.ts';

type CountedSentiment = Sentiment | typeof UnknownSentiment;

/** How many interactions there were, how they were meant and whether they were answered. */
export interface Tally {
  /** Everything that others said, deleted comments left out. */
  interactions: number;
  positive: number;
  neutral: number;
  negative: number;
  /** Not analysed. */
  unknown: number;
  /** The same interactions by their finer sentiment. */
  sentiments: Record<CountedSentiment, number>;
  answered: number;
  /** Still in the hands of people. */
  waiting: number;
}

/** How quickly people were answered who wrote in a time, whenever the answer came. */
export interface ResponseTimes {
  /** Half of the answers came within it; at most 5 % off, null when nobody was answered. */
  medianResponseSeconds: number | null;
  /** Nine of ten answers came within it. */
  p90ResponseSeconds: number | null;
}

export function emptyTally(): Tally {
  const sentiments = Object.fromEntries([...Sentiments, UnknownSentiment].map((name) => [name, 0]));
  return {
    interactions: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    unknown: 0,
    sentiments: sentiments as Tally['sentiments'],
    answered: 0,
    waiting: 0,
  };
}

export function addToTally(tally: Tally, cell: { sentiment: string; status: string }, amount: number): void {
  const known = Sentiment.safeParse(cell.sentiment);
  tally.interactions += amount;
  tally[known.success ? polarityOf(known.data) : UnknownSentiment] += amount;
  tally.sentiments[known.success ? known.data : UnknownSentiment] += amount;
  if (cell.status === 'replied') tally.answered += amount;
  if (cell.status === 'manual') tally.waiting += amount;
}

export function answeredShare({ answered, interactions }: Tally): number | null {
  return interactions > 0 ? answered / interactions : null;
}

export function responseTimes(steps: StepCounts): ResponseTimes {
  return {
    medianResponseSeconds: secondsAtShare(steps, 0.5),
    p90ResponseSeconds: secondsAtShare(steps, 0.9),
  };
}
