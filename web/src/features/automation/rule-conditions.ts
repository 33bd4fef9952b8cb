import type { Condition } from './operations.ts';

export const Sentiments = [
  'positive',
  'gratitude',
  'neutral',
  'question',
  'negative',
  'frustration',
] as const;
export type Sentiment = (typeof Sentiments)[number];

/** A rule's conditions as the simple form shows them; what it cannot show is kept as it is. */
export interface SimpleConditions {
  sentiments: readonly Sentiment[];
  keywords: readonly string[];
  others: readonly Condition[];
}

const isSentimentList = (condition: Condition) => condition.field === 'sentiment';
const isKeywordList = (condition: Condition) =>
  condition.field === 'keyword' && condition.operator === 'contains';

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The first list of sentiments and the first list of keywords go into the form, everything else stays aside. */
export function simplify(conditions: readonly Condition[]): SimpleConditions {
  const sentiment = conditions.find(isSentimentList);
  const keyword = conditions.find(isKeywordList);
  return {
    sentiments: sentiment?.field === 'sentiment' ? listOf<Sentiment>(sentiment.value) : [],
    keywords: keyword?.field === 'keyword' ? listOf<string>(keyword.value) : [],
    others: conditions.filter((condition) => condition !== sentiment && condition !== keyword),
  };
}

export function conditionsOf({ sentiments, keywords, others }: SimpleConditions): Condition[] {
  return [
    ...(sentiments.length > 0
      ? [{ field: 'sentiment' as const, operator: 'in' as const, value: [...sentiments] }]
      : []),
    ...(keywords.length > 0
      ? [{ field: 'keyword' as const, operator: 'contains' as const, value: [...keywords] }]
      : []),
    ...others,
  ];
}
