import * as z from 'zod';
import { AuthorCooldown, RuleUsage } from '../../replies/limits.ts';
import { Rule } from '../rule.ts';

/** Who answered an interaction in fact. */
const InFact = z.discriminatedUnion('by', [
  z.object({ by: z.literal('rule'), ruleId: z.string().nullable(), ruleName: z.string().nullable() }),
  z.object({ by: z.enum(['person', 'nobody']) }),
]);
export type InFact = z.infer<typeof InFact>;

/** What a backtest shows of an interaction. */
export const Subject = z.object({
  interactionId: z.string(),
  commentedAt: z.string(),
  authorName: z.string(),
  preview: z.string(),
  inFact: InFact,
});
export type Subject = z.infer<typeof Subject>;

/** A reply that would wait for its time. */
export const WaitingReply = z.object({
  subject: Subject,
  ruleId: z.string(),
  /** The other rules that match, by priority: one of them answers when the day of the first is spent (AR-10). */
  otherRuleIds: z.array(z.string()),
  /** Null where the model or a webhook would be asked. */
  reply: z.string().nullable(),
  authorKey: z.string().nullable(),
  textSeenAt: z.string(),
  at: z.string(),
  latestSendAt: z.string(),
  decidedAnew: z.boolean(),
});
export type WaitingReply = z.infer<typeof WaitingReply>;

export const RuleTally = z.object({
  /** Interactions that its scope, conditions, exclusions and hours let through. */
  matched: z.int(),
  answered: z.int(),
  /** By the rule that came before it. */
  takenBy: z.record(z.string(), z.int()),
});
export type RuleTally = z.infer<typeof RuleTally>;

export const Tally = z.object({
  interactions: z.int(),
  answered: z.int(),
  webhooksTold: z.int(),
  answeredInFact: z.int(),
  newlyAnswered: z.int(),
  noLongerAnswered: z.int(),
  takenFromAnotherRule: z.int(),
  unchanged: z.int(),
  noMatch: z.int(),
  /** By the name of the block, such as `safety:medical`. */
  blocked: z.record(z.string(), z.int()),
  /** Of those, where a rule would have matched. */
  blockedMatches: z.int(),
  /** By what the reply waited for in vain, such as `limit_daily`. */
  limited: z.record(z.string(), z.int()),
  /** By the reason for which no text could be made. */
  withoutText: z.record(z.string(), z.int()),
});
export type Tally = z.infer<typeof Tally>;

export const EmptyTally: Tally = {
  interactions: 0,
  answered: 0,
  webhooksTold: 0,
  answeredInFact: 0,
  newlyAnswered: 0,
  noLongerAnswered: 0,
  takenFromAnotherRule: 0,
  unchanged: 0,
  noMatch: 0,
  blocked: {},
  blockedMatches: 0,
  limited: {},
  withoutText: {},
};

export const ExampleLists = [
  'newly_answered',
  'no_longer_answered',
  'taken_from_another_rule',
  'blocked_by_safety',
  'limited',
] as const;
export type ExampleList = (typeof ExampleLists)[number];

/** One interaction behind a figure: how it would have ended, and by which rule. */
export const BacktestExample = Subject.extend({
  ending: z.enum(['answered', 'told', 'blocked', 'limited', 'without_text', 'no_match']),
  /** What stopped it. */
  by: z.string().nullable(),
  ruleId: z.string().nullable(),
  ruleName: z.string().nullable(),
  /** Null where the model would write it. */
  reply: z.string().nullable(),
});
export type BacktestExample = z.infer<typeof BacktestExample>;

/** Everything that a backtest knows between two slices. */
export const BacktestState = z.object({
  since: z.string(),
  until: z.string(),
  rules: z.array(Rule),
  cursor: z.string().optional(),
  usages: z.record(z.string(), RuleUsage),
  /** By rule and author. */
  cooldowns: z.record(z.string(), AuthorCooldown),
  waiting: z.array(WaitingReply),
  tally: Tally,
  ruleTallies: z.record(z.string(), RuleTally),
  /** How many examples each list has. */
  examples: z.partialRecord(z.enum(ExampleLists), z.int()),
});
export type BacktestState = z.infer<typeof BacktestState>;
