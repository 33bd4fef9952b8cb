import * as z from 'zod';

export const Sentiments = [
  'positive',
  'gratitude',
  'neutral',
  'question',
  'negative',
  'frustration',
] as const;
export const Sentiment = z.enum(Sentiments);
export type Sentiment = z.infer<typeof Sentiment>;

export const Polarity = z.enum(['positive', 'neutral', 'negative']);
export type Polarity = z.infer<typeof Polarity>;

const PolarityOfSentiment: Record<Sentiment, Polarity> = {
  positive: 'positive',
  gratitude: 'positive',
  neutral: 'neutral',
  question: 'neutral',
  negative: 'negative',
  frustration: 'negative',
};

/** The coarse polarity of a sentiment (CM-14). */
export function polarityOf(sentiment: Sentiment): Polarity {
  return PolarityOfSentiment[sentiment];
}

/** What the model found in one text (CM-14). */
export const Findings = z.object({
  sentiment: Sentiment,
  /** 0 is most negative, 1 most positive. */
  score: z.number().min(0).max(1),
  /** How sure the model is, in percent. */
  confidence: z.number().min(0).max(100),
  topics: z.array(z.string().max(60)).max(8),
  /** ISO 639-1, or `und` where the text has none. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .describe('ISO 639-1 code of the language, or "und"'),
  isMedicalQuestion: z.boolean(),
  requiresEscalation: z.boolean(),
  isSpam: z.boolean(),
});
export type Findings = z.infer<typeof Findings>;

export const Analysis = Findings.extend({ analysedAt: z.string() });
export type Analysis = z.infer<typeof Analysis>;

/** Why an interaction has no analysis. */
export type MissingAnalysis =
  /** The answer could not change anything: own comments, blocklist hits, texts without words. */
  | 'not-needed'
  /** The model did not answer for 15 minutes. */
  | 'unavailable'
  /** The model's answers did not fit the schema, alone and in company. */
  | 'invalid'
  /** The organization has spent what it allows the model to cost this month. */
  | 'over_budget';
