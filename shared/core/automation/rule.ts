import * as z from 'zod';
import { ChannelType, Provider } from '../accounts/social-account.ts';
import { InteractionKind } from '../interactions/captured-interaction.ts';
import { ReplyTone } from '../replies/generation.ts';
import { ActiveHours } from './active-hours.ts';
import { Condition } from './condition.ts';

/** Where a rule applies; an empty list means everywhere (AR-05). */
export const RuleScope = z.strictObject({
  providers: z.array(Provider).default([]),
  accountIds: z.array(z.string()).max(100).default([]),
  channelTypes: z.array(ChannelType).default([]),
  campaignIds: z.array(z.string()).max(100).default([]),
  kinds: z.array(InteractionKind).min(1).default(['comment', 'reply']),
});
export type RuleScope = z.infer<typeof RuleScope>;

/** Whom a rule leaves to people (AR-04); the last two cannot be switched off. */
export const RuleExclusions = z.strictObject({
  negativeSentiment: z.boolean().default(true),
  frustration: z.boolean().default(true),
  verifiedAuthors: z.boolean().default(true),
  influencers: z.boolean().default(true),
  influencerFollowers: z.int().min(1).max(1_000_000_000).default(10_000),
  medicalQuestions: z.boolean().default(true),
  escalations: z.boolean().default(true),
});
export type RuleExclusions = z.infer<typeof RuleExclusions>;

const ReplyText = z.string().trim().min(1).max(2_000);

export const RuleAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('reply_fixed'),
    /** Several texts keep a burst of comments from getting one sentence over and over (AR-21). */
    texts: z.array(ReplyText).min(1).max(10),
    includeSignature: z.boolean().default(true),
  }),
  z.strictObject({
    type: z.literal('reply_template'),
    templateIds: z.array(z.string()).min(1).max(10),
    includeSignature: z.boolean().default(true),
  }),
  z.strictObject({
    type: z.literal('reply_ai'),
    tone: ReplyTone.default('friendly'),
    /** The rule's own words to the model. */
    instructions: z.string().trim().max(500).default(''),
    includeSignature: z.boolean().default(true),
  }),
  /** The template, put in other words for the one who is answered. */
  z.strictObject({
    type: z.literal('reply_template_ai'),
    templateId: z.string(),
    tone: ReplyTone.default('friendly'),
    instructions: z.string().trim().max(500).default(''),
    includeSignature: z.boolean().default(true),
  }),
  /** Posts nothing: tells an endpoint of the organization's, and leaves the answer to people. */
  z.strictObject({ type: z.literal('send_webhook'), webhookId: z.string() }),
]);
export type RuleAction = z.infer<typeof RuleAction>;

/** The templates that an action needs. */
export function templatesOf(action: RuleAction): string[] {
  if (action.type === 'reply_template') return action.templateIds;
  return action.type === 'reply_template_ai' ? [action.templateId] : [];
}

/** How often a rule may answer (AR-10). */
export const RuleLimits = z.strictObject({
  perHour: z.int().min(1).max(200).default(10),
  perDay: z.int().min(1).max(1_000).default(50),
  authorCooldownMinutes: z.int().min(0).max(10_080).default(60),
});
export type RuleLimits = z.infer<typeof RuleLimits>;

/** What a person writes down about a rule (AR-05); everything else is Earshot's. */
export const RuleDraft = z.strictObject({
  name: z.string().trim().min(3).max(100),
  description: z.string().trim().max(500).default(''),
  enabled: z.boolean().default(false),
  /** Lower comes first; the next free one when omitted. */
  priority: z.int().min(1).max(100_000).optional(),
  scope: RuleScope.prefault({}),
  conditions: z.array(Condition).max(20).default([]),
  minimumConfidence: z.int().min(0).max(100).default(80),
  maximumMessageLength: z.int().min(1).max(10_000).default(300),
  exclusions: RuleExclusions.prefault({}),
  action: RuleAction,
  limits: RuleLimits.prefault({}),
  /** When it may answer; null means always (AR-20). */
  hours: ActiveHours.nullable().default(null),
  /** From capture to posting (AR-09). */
  delaySeconds: z.int().min(30).max(3_600).default(120),
});
export type RuleDraft = z.infer<typeof RuleDraft>;

export const Rule = z.object({
  ...RuleDraft.required({ priority: true }).shape,
  ruleId: z.string(),
  /** Grows when what the rule does changes; a waiting reply of an older revision goes to people (AR-13). */
  revision: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  version: z.int(),
});
export type Rule = z.infer<typeof Rule>;

export const FirstPriority = 100;
/** So that one transaction can set the order of all of them (AR-05). */
export const MostEnabledRules = 90;
