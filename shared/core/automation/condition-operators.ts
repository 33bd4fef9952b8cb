import * as z from 'zod';
import { Polarity, polarityOf, Sentiment } from '../analysis/analysis.ts';
import { normaliseText } from './normalise-text.ts';
import type { RuleFacts } from './rule-facts.ts';

const Text = z.string().trim().min(1).max(200);
const Texts = z.union([Text, z.array(Text).min(1).max(50)]);
const Language = z.string().regex(/^[a-z]{2,3}$/, 'Use the ISO 639-1 code, e.g. "de".');

interface Operator<S extends z.ZodType> {
  value: S;
  holds(value: z.output<S>, facts: RuleFacts): boolean;
  /** What the trace shows beside the value when it does not hold. */
  actual(facts: RuleFacts): unknown;
}

/** Ties an operator's evaluation to the schema that refuses wrong values. */
function operator<S extends z.ZodType>(
  value: S,
  actual: Operator<S>['actual'],
  holds: Operator<S>['holds'],
): Operator<S> {
  return { value, actual, holds };
}

type Texts = z.output<typeof Texts>;
type Subject = (facts: RuleFacts) => string;

const needlesOf = (value: Texts) => [value].flat().map(normaliseText);
const containsAny = (text: string, value: Texts) =>
  needlesOf(value).some((needle) => normaliseText(text).includes(needle));
const equalsAny = (text: string, value: Texts) => needlesOf(value).includes(normaliseText(text));
const hasAnyTopic = (facts: RuleFacts, value: Texts) =>
  facts.analysis.topics.some((topic) => needlesOf(value).includes(normaliseText(topic)));

const message: Subject = (facts) => facts.text;
const authorName: Subject = (facts) => facts.author.name;
const sentiment = (facts: RuleFacts) => facts.analysis.sentiment;
const polarity = (facts: RuleFacts) => polarityOf(facts.analysis.sentiment);
const language: Subject = (facts) => facts.analysis.language;
const topics = (facts: RuleFacts) => facts.analysis.topics;

const contains = (subject: Subject) =>
  operator(Texts, subject, (value, facts) => containsAny(subject(facts), value));
const notContains = (subject: Subject) =>
  operator(Texts, subject, (value, facts) => !containsAny(subject(facts), value));
const equals = (subject: Subject) =>
  operator(Texts, subject, (value, facts) => equalsAny(subject(facts), value));
const is = <T extends string>(schema: z.ZodType<T>, subject: (facts: RuleFacts) => string) =>
  operator(schema, subject, (value, facts) => value === subject(facts));
const isIn = <T extends string>(schema: z.ZodType<T>, subject: (facts: RuleFacts) => string) =>
  operator(z.array(schema).min(1).max(50), subject, (value, facts) =>
    value.some((candidate) => candidate === subject(facts)),
  );

/**
 * Every condition that a rule can have (AR-06): field → operator → the value it takes and when it holds.
 * Schema, evaluation and the console's builder all read this one record; texts compare case-insensitively,
 * Unicode-normalised, and a list of texts means any of them.
 */
export const ConditionOperators = {
  keyword: { contains: contains(message), not_contains: notContains(message), equals: equals(message) },
  sentiment: { equals: is(Sentiment, sentiment), in: isIn(Sentiment, sentiment) },
  polarity: { equals: is(Polarity, polarity), in: isIn(Polarity, polarity) },
  author_name: { contains: contains(authorName), equals: equals(authorName) },
  topics: {
    include: operator(Texts, topics, (value, facts) => hasAnyTopic(facts, value)),
    exclude: operator(Texts, topics, (value, facts) => !hasAnyTopic(facts, value)),
  },
  language: { equals: is(Language, language), in: isIn(Language, language) },
};
